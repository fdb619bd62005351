package org.sitewright.adapter.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.password.PasswordUtils;
import org.sitewright.adapter.ssh.AgentConnection;
import org.sitewright.adapter.ssh.SshAgent;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;

/// Signs in to a server with a password, a key file, or the keys of an agent.
final class SftpSignIn {
    /// Servers hang up after six tries by default (OpenSSH `MaxAuthTries`).
    private static final int MOST_KEYS = 5;

    private final TargetSettings.Sftp settings;
    private final Credentials credentials;
    private final SshAgent agent;

    SftpSignIn(TargetSettings.Sftp settings, Credentials credentials, SshAgent agent) {
        this.settings = settings;
        this.credentials = credentials;
        this.agent = agent;
    }

    void with(SSHClient client) throws IOException {
        String user = settings.server().user();
        switch (settings.keyFile()) {
            case "" -> client.authPassword(user, credentials.accessKey().secret());
            case TargetSettings.AGENT -> byAgent(client, user);
            default -> byKeyFile(client, user);
        }
    }

    private void byAgent(SSHClient client, String user) throws IOException {
        try (AgentConnection connection = agent.connect()) {
            List<AgentConnection.Key> keys = SshAgent.keys(connection);
            client.auth(
                    user,
                    keys.stream()
                            .limit(MOST_KEYS)
                            .<AuthMethod>map(key -> new AgentSignIn(connection, key))
                            .toList());
        }
    }

    private void byKeyFile(SSHClient client, String user) throws IOException {
        Path file = Path.of(settings.keyFile());
        if (!Files.isReadable(file)) {
            throw new PublishProblem(new PublishFailure.Settings(
                    "The key file " + file + " is not there or cannot be read.",
                    "Choose the file of the private key again."));
        }
        client.authPublickey(user, client.loadKeys(file.toString(), PasswordUtils.createOneOff(passphrase())));
    }

    /// A key file without a passphrase is read without asking for one.
    private char[] passphrase() {
        try {
            return credentials.accessKey().secret().toCharArray();
        } catch (PublishProblem none) {
            return new char[0];
        }
    }
}
