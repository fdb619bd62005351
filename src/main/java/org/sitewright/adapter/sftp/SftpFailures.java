package org.sitewright.adapter.sftp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.sftp.Response;
import net.schmizz.sshj.sftp.SFTPException;
import net.schmizz.sshj.userauth.UserAuthException;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;

/// What a server says, in the user's words.
final class SftpFailures {
    private final TargetSettings.Sftp settings;

    SftpFailures(TargetSettings.Sftp settings) {
        this.settings = settings;
    }

    /// @param refusal why the server's key was not accepted, if that is it
    PublishProblem of(IOException fault, @Nullable PublishFailure refusal) {
        if (refusal != null
                && fault instanceof SSHException ssh
                && ssh.getDisconnectReason() == DisconnectReason.HOST_KEY_NOT_VERIFIABLE) {
            return new PublishProblem(refusal, fault);
        }
        return new PublishProblem(failure(fault), fault);
    }

    PublishProblem missing() {
        return new PublishProblem(new PublishFailure.MissingPlace(
                "The server " + host() + " has no folder " + settings.folder() + ".",
                "Create it there, or correct the folder in the target's settings."));
    }

    private PublishFailure failure(IOException fault) {
        if (fault instanceof SFTPException answer && answer.getStatusCode() != Response.StatusCode.UNKNOWN) {
            return answered(answer);
        }
        if (fault instanceof UserAuthException) {
            if (settings.keyFile().equals(TargetSettings.AGENT)) {
                return new PublishFailure.Authentication(
                        "The server " + host() + " does not accept any key of the SSH agent.",
                        "Add the right one (ssh-add) before the others, and check that its public half is among the"
                                + " authorized keys of " + settings.server().user() + " at the host.");
            }
            return settings.keyFile().isEmpty()
                    ? new PublishFailure.Authentication(
                            "The server " + host() + " does not accept the password of "
                                    + settings.server().user() + ".",
                            "Enter the user and the password again, as your host gave them to you.")
                    : new PublishFailure.Authentication(
                            "The server " + host() + " does not accept the key " + settings.keyFile() + ".",
                            "Check the passphrase, and that the public half of the key is among the authorized keys of "
                                    + settings.server().user() + " at the host.");
        }
        if (isAbout(fault, UnknownHostException.class)) {
            return new PublishFailure.Network(
                    "There is no host called " + host() + ".", "Check its name, and that you are online.");
        }
        if (isAbout(fault, ConnectException.class)) {
            return new PublishFailure.Network(
                    "The server " + host() + " does not answer on port "
                            + settings.server().port() + ".",
                    "Check the name and the port, and that you are online.");
        }
        if (isAbout(fault, SocketTimeoutException.class)) {
            return new PublishFailure.Network(
                    "The server " + host() + " takes too long to answer.",
                    "Try again later; if it goes on, check the name and the port.");
        }
        return new PublishFailure.Network(
                "The connection to " + host() + " broke: " + fault.getMessage() + ".",
                "Publish again: it goes on where this ended.");
    }

    private PublishFailure answered(SFTPException answer) {
        return switch (answer.getStatusCode()) {
            case PERMISSION_DENIED, WRITE_PROTECT, CANNOT_DELETE ->
                new PublishFailure.Forbidden(
                        settings.server().user() + " may not write in " + settings.folder() + " at " + host() + ".",
                        "Change the permissions of the folder there, or choose another one.");
            case NO_SUCH_FILE, NO_SUCH_PATH -> missing().failure();
            case NO_SPACE_ON_FILESYSTEM, QUOTA_EXCEEDED -> noRoom();
            default ->
                String.valueOf(answer.getMessage()).matches("(?is).*(quota|no space).*")
                        ? noRoom()
                        : new PublishFailure.Unexpected(
                                "The server " + host() + " answers “" + answer.getMessage() + "”.",
                                "Check at the host that there is room and that you may write, then publish again.");
        };
    }

    private PublishFailure noRoom() {
        return new PublishFailure.Quota(
                "There is no more room at " + host() + ": the disk or your share of it is full.",
                "Remove what is no longer needed there or ask the host for more room. Publish again: it goes on where"
                        + " this ended.");
    }

    private String host() {
        return settings.server().host();
    }

    private static boolean isAbout(Throwable fault, Class<? extends Throwable> kind) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return true;
            }
        }
        return false;
    }
}
