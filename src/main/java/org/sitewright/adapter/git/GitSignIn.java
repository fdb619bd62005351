package org.sitewright.adapter.git;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.jspecify.annotations.Nullable;
import org.sitewright.adapter.ssh.SshAgent;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;

/// Signs in to a repository: with a token over HTTPS, or with a key file over SSH to a server whose key was accepted.
final class GitSignIn {
    private static final String ANYBODY = "git";

    private final TargetSettings.Git settings;
    private final Credentials credentials;
    private final SshAgent agent;
    private volatile @Nullable PublishFailure refusal;

    GitSignIn(TargetSettings.Git settings, Credentials credentials, SshAgent agent) {
        this.agent = agent;
        this.settings = settings;
        this.credentials = credentials;
    }

    /// Why the last server was refused.
    Optional<PublishFailure> refusal() {
        return Optional.ofNullable(refusal);
    }

    /// Null where there is no token, which is right for a repository of this computer.
    @Nullable
    CredentialsProvider token() {
        if (!settings.keyFile().isEmpty() || !settings.repository().matches("(?i)https?://.*")) {
            return null;
        }
        try {
            AccessKey key = credentials.accessKey();
            return new UsernamePasswordCredentialsProvider(key.id().isBlank() ? ANYBODY : key.id(), key.secret());
        } catch (PublishProblem none) {
            return null;
        }
    }

    SshSessionFactory ssh() {
        if (settings.keyFile().isEmpty()) {
            throw new PublishProblem(new PublishFailure.Settings(
                    "A repository over SSH needs a key.", "Choose the file of the private key, or the SSH agent."));
        }
        if (settings.keyFile().equals(TargetSettings.AGENT)) {
            return byAgent();
        }
        Path key = Path.of(settings.keyFile());
        Path folder = Optional.ofNullable(key.toAbsolutePath().getParent()).orElse(key);
        return new SshdSessionFactoryBuilder()
                .setPreferredAuthentications("publickey")
                .setHomeDirectory(folder.toFile())
                .setSshDirectory(folder.toFile())
                .setConfigStoreFactory((home, config, user) -> null)
                .setDefaultIdentities(home -> List.of(key))
                .setKeyPasswordProvider(provider -> new Passphrase())
                .setServerKeyDatabase((home, ssh) -> new AcceptedKey())
                .build(null);
    }

    /// No settings of other programs and no key files are looked at; the folder only has to be there.
    private SshSessionFactory byAgent() {
        agent.check();
        File home = new File(System.getProperty("java.io.tmpdir"));
        return new SshdSessionFactoryBuilder()
                .setPreferredAuthentications("publickey")
                .setHomeDirectory(home)
                .setSshDirectory(home)
                .setConfigStoreFactory((folder, config, user) -> null)
                .setDefaultIdentities(folder -> List.of())
                .setConnectorFactory(new GitAgent(agent))
                .setServerKeyDatabase((folder, ssh) -> new AcceptedKey())
                .build(null);
    }

    /// The passphrase of the key file, asked for once.
    private final class Passphrase implements KeyPasswordProvider {
        @Override
        public char[] getPassphrase(URIish uri, int attempt) {
            try {
                return credentials.accessKey().secret().toCharArray();
            } catch (PublishProblem none) {
                return new char[0];
            }
        }

        @Override
        public void setAttempts(int most) {
            // One is all there is.
        }

        @Override
        public boolean keyLoaded(URIish uri, int attempt, @Nullable Exception error) throws IOException {
            if (error != null) {
                refusal = new PublishFailure.Authentication(
                        "The key file " + settings.keyFile() + " could not be opened.",
                        "Check the passphrase, and that the file holds a private key.");
            }
            return false;
        }
    }

    /// Takes the one server key that was accepted and no other.
    private final class AcceptedKey implements ServerKeyDatabase {
        @Override
        public List<PublicKey> lookup(String host, InetSocketAddress address, Configuration configuration) {
            return List.of();
        }

        @Override
        public boolean accept(
                String host,
                InetSocketAddress address,
                PublicKey key,
                Configuration configuration,
                @Nullable CredentialsProvider provider) {
            String shown = KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(key);
            boolean good = shown.equals(settings.hostKey()) || shown.endsWith(" " + settings.hostKey());
            if (!good || settings.hostKey().isEmpty()) {
                refusal = settings.hostKey().isEmpty() ? unknown(address, shown) : changed(address, shown);
                return false;
            }
            return true;
        }

        private static PublishFailure unknown(InetSocketAddress server, String shown) {
            return new PublishFailure.HostKey(
                    "The server " + server.getHostString() + " is not known yet. It shows the key " + shown + ".",
                    "Compare it with what your host tells you, then accept it. It is checked each time after that.",
                    shown,
                    false);
        }

        private static PublishFailure changed(InetSocketAddress server, String shown) {
            return new PublishFailure.HostKey(
                    "The server " + server.getHostString() + " shows another key than before: " + shown
                            + ". Somebody may be listening in; nothing was sent.",
                    "Ask your host whether the key was changed. If it was, take the old key out of the target's"
                            + " settings and test the connection again.",
                    shown,
                    true);
        }
    }
}
