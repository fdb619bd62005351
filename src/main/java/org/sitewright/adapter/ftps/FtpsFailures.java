package org.sitewright.adapter.ftps;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;

/// What a server says, in the user's words.
final class FtpsFailures {
    private static final String AGAIN = "Publish again: it goes on where this ended.";

    private final TargetSettings.Ftps settings;

    FtpsFailures(TargetSettings.Ftps settings) {
        this.settings = settings;
    }

    /// @param refusal why the server's certificate was not accepted, if that is it
    PublishProblem of(IOException fault, @Nullable PublishFailure refusal) {
        if (fault instanceof SSLException && refusal != null) {
            return new PublishProblem(refusal, fault);
        }
        return new PublishProblem(failure(fault), fault);
    }

    PublishProblem signIn() {
        return new PublishProblem(new PublishFailure.Authentication(
                "The server " + host() + " does not accept the password of "
                        + settings.server().user() + ".",
                "Enter the user and the password again, as your host gave them to you."));
    }

    PublishProblem missing() {
        return new PublishProblem(new PublishFailure.MissingPlace(
                "The server " + host() + " has no folder " + settings.folder() + ".",
                "Create it there, or correct the folder in the target's settings."));
    }

    /// What a refusal (RFC 959, 4.2) means.
    PublishProblem refused(int code, String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (code == 452 || code == 552 || lower.contains("quota") || lower.contains("no space")) {
            return new PublishProblem(new PublishFailure.Quota(
                    "There is no more room at " + host() + ": the disk or your share of it is full.",
                    "Remove what is no longer needed there or ask the host for more room. " + AGAIN));
        }
        if (code == 550 || code == 553 || code == 532) {
            return new PublishProblem(new PublishFailure.Forbidden(
                    settings.server().user() + " may not write in " + settings.folder() + " at " + host() + ": "
                            + said.strip(),
                    "Change the permissions of the folder there, or choose another one."));
        }
        if (code == 425 || code == 426) {
            return new PublishProblem(new PublishFailure.Network(
                    "The connection for a file to " + host() + " broke: " + said.strip() + ".", AGAIN));
        }
        if (code == 421 || code == 450) {
            return new PublishProblem(new PublishFailure.Busy(
                    "The server " + host() + " is busy: " + said.strip(), "Wait some minutes, then publish again."));
        }
        return new PublishProblem(new PublishFailure.Unexpected(
                "The server " + host() + " answers “" + said.strip() + "”.",
                "Check at the host that there is room and that you may write, then publish again."));
    }

    private PublishFailure failure(IOException fault) {
        if (fault instanceof UnknownHostException) {
            return new PublishFailure.Network(
                    "There is no host called " + host() + ".", "Check its name, and that you are online.");
        }
        if (fault instanceof ConnectException || fault instanceof SocketTimeoutException) {
            return new PublishFailure.Network(
                    "The server " + host() + " does not answer on port "
                            + settings.server().port() + ".",
                    "Check the name and the port, and that you are online.");
        }
        if (fault instanceof SSLException) {
            return new PublishFailure.Settings(
                    "The server " + host() + " does not speak TLS as it should: " + fault.getMessage() + ".",
                    "Ask your host for its FTPS server; plain FTP is not used, as it would show the password.");
        }
        return new PublishFailure.Network(
                "The connection to " + host() + " broke: "
                        + String.valueOf(fault.getMessage()).replaceFirst("\\.$", "") + ".",
                AGAIN);
    }

    private String host() {
        return settings.server().host();
    }
}
