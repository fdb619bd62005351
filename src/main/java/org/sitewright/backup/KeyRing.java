package org.sitewright.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sitewright.blob.BlobStore;
import org.sitewright.blob.BlobStore.Blob;

/// The keys that open a place: the one of the recovery sheet, and those before it, which lie there encrypted to it.
/// So a key can be changed without sending a medium anew. Wiped by [#close].
final class KeyRing implements AutoCloseable {
    private static final int LONGEST = 1 << 16;

    private final List<AgeIdentity> identities;

    private KeyRing(List<AgeIdentity> identities) {
        this.identities = identities;
    }

    /// @param key is copied
    static KeyRing open(BlobStore place, List<Blob> all, AgeIdentity key) {
        List<AgeIdentity> identities = new ArrayList<>(List.of(AgeIdentity.of(key.text())));
        List<Blob> wrapped = all.stream()
                .filter(each -> each.name().startsWith(Names.KEYS) && each.size() < LONGEST)
                .toList()
                .reversed();
        try {
            for (Blob blob : wrapped) {
                if (Tries.of(() -> unwrap(place, blob, identities))) {
                    break;
                }
            }
            return new KeyRing(identities);
        } catch (RuntimeException fault) {
            identities.forEach(AgeIdentity::close);
            throw fault;
        }
    }

    /// Whether it is for this key; then the keys in it are added.
    private static boolean unwrap(BlobStore place, Blob blob, List<AgeIdentity> identities) {
        try (InputStream in = Age.decrypting(identities, place.open(blob.name()))) {
            byte[] text = in.readNBytes(LONGEST);
            add(text, identities);
            Arrays.fill(text, (byte) 0);
            return true;
        } catch (Age.Unreadable ofAnotherKey) {
            return false;
        } catch (IOException fault) {
            throw BackupProblems.disk(fault);
        }
    }

    private static void add(byte[] text, List<AgeIdentity> identities) {
        CharBuffer chars = StandardCharsets.US_ASCII.decode(ByteBuffer.wrap(text));
        int from = 0;
        for (int at = 0; at < chars.length(); at++) {
            if (chars.charAt(at) == '\n') {
                char[] line = new char[at - from];
                chars.duplicate().position(from).limit(at).get(line);
                if (line.length > 0 && line[0] != '#') {
                    identities.add(AgeIdentity.of(line));
                }
                Arrays.fill(line, '\0');
                from = at + 1;
            }
        }
        Arrays.fill(chars.array(), '\0');
    }

    /// All keys, the newest first.
    List<AgeIdentity> identities() {
        return identities;
    }

    /// The key of names and seals, which is that of the first key there ever was.
    byte[] nameKey() {
        return BackupKeys.nameKey(identities.getLast());
    }

    /// The keys as the file that wraps them for their successor, one on a line, the newest first.
    byte[] print() {
        int size = identities.stream().mapToInt(each -> each.text().length + 1).sum();
        ByteBuffer bytes = ByteBuffer.allocate(size);
        for (AgeIdentity identity : identities) {
            char[] text = identity.text();
            for (char c : text) {
                bytes.put((byte) c);
            }
            bytes.put((byte) '\n');
            Arrays.fill(text, '\0');
        }
        return bytes.array();
    }

    @Override
    public void close() {
        identities.forEach(AgeIdentity::close);
    }
}
