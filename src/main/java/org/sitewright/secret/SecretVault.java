package org.sitewright.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Keeps secrets by name. What is handed in is copied; what is handed out belongs to the caller, who wipes it after
/// use. Durable when a method returns; safe from any thread. Faults are thrown as `org.sitewright.work.Problem`.
public interface SecretVault {
    Optional<byte[]> get(String name);

    /// Adds a secret or replaces it.
    void put(String name, byte[] secret);

    /// Does nothing when it is not there.
    void delete(String name);

    /// All names in order, never a secret.
    List<String> names();

    /// A secret that is text.
    default Optional<char[]> getText(String name) {
        return get(name).map(bytes -> {
            CharBuffer text = CharBuffer.allocate(bytes.length);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
            char[] copy = Arrays.copyOf(text.array(), text.position());
            Arrays.fill(text.array(), '\0');
            Arrays.fill(bytes, (byte) 0);
            return copy;
        });
    }

    default void putText(String name, char[] secret) {
        ByteBuffer encoded = ByteBuffer.allocate(secret.length * 3 + 3);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(secret), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        try {
            put(name, bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(encoded.array(), (byte) 0);
        }
    }
}
