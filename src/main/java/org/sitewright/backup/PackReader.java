package org.sitewright.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/// Reads a zip of a backup, which may come from anybody until its seal is checked: only names of the format, sizes
/// counted while reading, nothing unpacked by name.
final class PackReader implements AutoCloseable {
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 500L << 20;
    private static final int HIGHEST_RATIO = 200;
    private static final int SLACK = 1 << 20;
    private static final Pattern NAME =
            Pattern.compile("snapshot\\.json|journal\\.json|seal|vaults/[0-9a-f-]{36}\\.vault"
                    + "|(entities/[a-z_]{1,40}|events|assets)/\\d{3,6}\\.jsonl");

    private final String name;
    private final ZipFile zip;
    private final List<ZipEntry> entries;
    private long left = MOST_BYTES;

    private PackReader(String name, ZipFile zip, List<ZipEntry> entries) {
        this.name = name;
        this.zip = zip;
        this.entries = entries;
    }

    /// Opens a file that was fully decrypted.
    ///
    /// @param name the object's, see [Names#plain]
    /// @param nameKey null when there is none to check the seal with
    /// @throws org.sitewright.work.Problem `SW-BACKUP-DAMAGED` when it is no such zip, or its seal is not right
    static PackReader open(Path file, String name, byte @Nullable [] nameKey) {
        try {
            ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
            try {
                PackReader reader = new PackReader(name, zip, entries(name, zip));
                if (nameKey != null) {
                    reader.checkSeal(nameKey);
                }
                return reader;
            } catch (IOException | RuntimeException fault) {
                zip.close();
                throw fault;
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw BackupProblems.damaged(name, "it is no zip of a backup", broken);
        }
    }

    private static List<ZipEntry> entries(String name, ZipFile zip) {
        List<ZipEntry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements()) {
            ZipEntry entry = all.nextElement();
            if (entries.size() >= MOST_ENTRIES
                    || !NAME.matcher(entry.getName()).matches()
                    || !seen.add(entry.getName())) {
                throw BackupProblems.damaged(name, "it holds what does not belong there");
            }
            entries.add(entry);
        }
        return entries;
    }

    private void checkSeal(byte[] nameKey) throws IOException {
        Mac seal = Hmac.start(nameKey);
        seal.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        String found = "";
        for (ZipEntry entry : entries) {
            byte[] content = content(entry);
            if (entry.getName().equals(PackWriter.SEAL)) {
                found = new String(content, StandardCharsets.US_ASCII);
            } else {
                seal.update((entry.getName() + "\n").getBytes(StandardCharsets.UTF_8));
                seal.update(Hmac.sha256().digest(content));
            }
        }
        byte[] right = Hmac.hex(seal.doFinal()).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(right, found.getBytes(StandardCharsets.US_ASCII))) {
            throw BackupProblems.damaged(name, "its seal is not that of this workspace and name");
        }
        left = MOST_BYTES;
    }

    /// The entries of a folder, in order; none when it is not there.
    List<String> in(String folder) {
        return entries.stream()
                .map(ZipEntry::getName)
                .filter(each -> each.startsWith(folder))
                .sorted()
                .toList();
    }

    /// The entries of a folder as they were written.
    List<String> inOrder(String folder) {
        return entries.stream()
                .map(ZipEntry::getName)
                .filter(each -> each.startsWith(folder))
                .toList();
    }

    byte[] read(String entry) {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            throw BackupProblems.damaged(name, entry + " is missing in it");
        }
        try {
            return content(found);
        } catch (IOException broken) {
            throw BackupProblems.damaged(name, entry + " in it cannot be read", broken);
        }
    }

    /// What is done with a line.
    @FunctionalInterface
    interface LineReader {
        void line(byte[] line);
    }

    /// Every line of a folder's files, in order.
    void lines(String folder, LineReader reader) {
        for (String entry : in(folder + "/")) {
            byte[] content = read(entry);
            int from = 0;
            for (int at = 0; at < content.length; at++) {
                if (content[at] == '\n') {
                    reader.line(java.util.Arrays.copyOfRange(content, from, at));
                    from = at + 1;
                }
            }
        }
    }

    private byte[] content(ZipEntry entry) throws IOException {
        long packed = Math.max(1, entry.getCompressedSize());
        long most = Math.min(left, Math.min(Integer.MAX_VALUE - 64L, packed * HIGHEST_RATIO + SLACK));
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes((int) most + 1);
            if (content.length > most) {
                throw BackupProblems.damaged(name, "it unpacks to more than a backup does");
            }
            left -= content.length;
            return content;
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }
}
