package org.sitewright.accounts;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.sitewright.work.Problem;

/// Hashes and checks passwords with bcrypt. Takes characters that the caller wipes, and wipes what it makes of them.
final class Passwords {
    static final int SHORTEST = 8;

    /// bcrypt takes no notice of what comes after.
    static final int MOST_BYTES = 72;

    private final int cost;
    private final BCrypt.Hasher hasher;
    private final String decoy;

    Passwords(int cost, SecureRandom random) {
        this.cost = cost;
        hasher = BCrypt.with(random);
        decoy = hash("no account has this password".toCharArray());
    }

    /// @throws Problem when the password is too short or too long, saying what to do
    String hash(char[] password) {
        byte[] bytes = bytes(password);
        try {
            if (Character.codePointCount(password, 0, password.length) < SHORTEST) {
                throw new Problem(
                        "SW-ACC-PASSWORD",
                        "This password is too short.",
                        "Use at least " + SHORTEST + " characters; four words in a row are easy to remember.");
            }
            if (bytes.length > MOST_BYTES) {
                throw new Problem(
                        "SW-ACC-PASSWORD",
                        "This password is too long.",
                        "Use at most " + MOST_BYTES + " letters and digits; others count as two to four.");
            }
            return new String(hasher.hash(cost, bytes), StandardCharsets.US_ASCII);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    boolean matches(char[] password, String hash) {
        byte[] bytes = bytes(password);
        try {
            return bytes.length <= MOST_BYTES
                    && BCrypt.verifyer().verify(bytes, hash.getBytes(StandardCharsets.US_ASCII)).verified;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// Takes as long as checking a real password.
    void pretend(char[] password) {
        if (matches(password, decoy)) {
            throw new IllegalStateException("the decoy is no password");
        }
    }

    private static byte[] bytes(char[] password) {
        ByteBuffer encoded = ByteBuffer.allocate(password.length * 3 + 3);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(password), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}
