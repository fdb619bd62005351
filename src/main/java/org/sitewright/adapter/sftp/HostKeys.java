package org.sitewright.adapter.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import net.schmizz.sshj.transport.verification.OpenSSHKnownHosts;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.PublishFailure;

/// Decides whether a server is the one that was meant: its key is the accepted one or, before one was accepted, stands
/// in the user's own list of known hosts. Nothing is ever written to that list.
final class HostKeys implements HostKeyVerifier {
    private final String accepted;
    private final Path knownHosts;
    private volatile @Nullable PublishFailure refusal;

    /// @param accepted as `ssh-ed25519 SHA256:…`, with or without the type; empty when none was accepted yet
    HostKeys(String accepted, Path knownHosts) {
        this.accepted = accepted;
        this.knownHosts = knownHosts;
    }

    /// Why the last server was refused.
    Optional<PublishFailure> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public boolean verify(String host, int port, PublicKey key) {
        String shown = KeyType.fromKey(key) + " " + fingerprint(key);
        boolean good = accepted.isEmpty() ? isKnown(host, port, key) : isAccepted(shown);
        if (!good) {
            refusal = accepted.isEmpty() && listed(host, port).isEmpty() ? unknown(host, shown) : changed(host, shown);
        }
        return good;
    }

    @Override
    public List<String> findExistingAlgorithms(String host, int port) {
        int space = accepted.indexOf(' ');
        return space > 0 ? List.of(accepted.substring(0, space)) : listed(host, port);
    }

    private boolean isAccepted(String shown) {
        return shown.equals(accepted) || shown.endsWith(" " + accepted);
    }

    private boolean isKnown(String host, int port, PublicKey key) {
        return known().map(list -> list.verify(host, port, key)).orElse(false);
    }

    private List<String> listed(String host, int port) {
        return known().map(list -> list.findExistingAlgorithms(host, port)).orElse(List.of());
    }

    private Optional<OpenSSHKnownHosts> known() {
        if (!Files.isRegularFile(knownHosts)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OpenSSHKnownHosts(knownHosts.toFile()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static PublishFailure unknown(String host, String shown) {
        return new PublishFailure.HostKey(
                "The server " + host + " is not known yet. It shows the key " + shown + ".",
                "Compare it with what your host tells you, then accept it. It is checked each time after that.",
                shown,
                false);
    }

    private static PublishFailure changed(String host, String shown) {
        return new PublishFailure.HostKey(
                "The server " + host + " shows another key than before: " + shown
                        + ". Somebody may be listening in; nothing was sent.",
                "Ask your host whether the key was changed. If it was, take the old key out of the target's settings"
                        + " and test the connection again.",
                shown,
                true);
    }

    private static String fingerprint(PublicKey key) {
        try {
            byte[] encoded = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoded);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
