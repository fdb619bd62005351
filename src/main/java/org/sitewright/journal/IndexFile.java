package org.sitewright.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The index of one full segment in a file of its own, each text once. It may be deleted at any time: it is made again
/// from the segment.
final class IndexFile {
    private static final int MAGIC = 0x5357_4902;

    private final Path file;

    IndexFile(Path file) {
        this.file = file;
    }

    /// What a segment holds.
    ///
    /// @param aborted the changes that were taken back
    record Content(List<IndexedChange> changes, List<Long> aborted) {}

    /// Empty when there is none, or it is of another segment or of another version.
    ///
    /// @param texts makes equal texts one object
    Optional<Content> read(String segment, long size, Map<String, String> texts) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            if (in.readInt() != MAGIC || in.readLong() != size) {
                return Optional.empty();
            }
            List<String> words = new ArrayList<>();
            int count = in.readInt();
            List<IndexedChange> changes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                changes.add(change(in, segment, words, texts));
            }
            List<Long> aborted = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                aborted.add(in.readLong());
            }
            return Optional.of(new Content(changes, aborted));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static IndexedChange change(
            DataInputStream in, String segment, List<String> words, Map<String, String> texts) throws IOException {
        long sequence = in.readLong();
        Instant at = Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
        IndexedChange.Spot spot = new IndexedChange.Spot(segment, in.readInt(), in.readInt());
        String actor = word(in, words, texts);
        String site = word(in, words, texts);
        String action = word(in, words, texts);
        String label = word(in, words, texts);
        String type = word(in, words, texts);
        String id = word(in, words, texts);
        List<String> paths = list(in, words, texts);
        return new IndexedChange(
                sequence, at, actor, site, action, label, type, id, paths, list(in, words, texts), spot);
    }

    private static List<String> list(DataInputStream in, List<String> words, Map<String, String> texts)
            throws IOException {
        int count = in.readInt();
        String[] list = new String[count];
        for (int i = 0; i < count; i++) {
            list[i] = word(in, words, texts);
        }
        return List.of(list);
    }

    private static String word(DataInputStream in, List<String> words, Map<String, String> texts) throws IOException {
        int number = in.readInt();
        if (number < words.size()) {
            return words.get(number);
        }
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        String one = texts.computeIfAbsent(text, same -> same);
        words.add(one);
        return one;
    }

    /// Writes it whole or not at all; a cache that cannot be written is done without.
    void write(long size, Content content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
            Map<String, Integer> words = new HashMap<>();
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                out.writeInt(MAGIC);
                out.writeLong(size);
                out.writeInt(content.changes().size());
                for (IndexedChange change : content.changes()) {
                    write(out, change, words);
                }
                out.writeInt(content.aborted().size());
                for (long aborted : content.aborted()) {
                    out.writeLong(aborted);
                }
            }
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(part, bytes.toByteArray());
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fullDisk) {
            return;
        }
    }

    private static void write(DataOutputStream out, IndexedChange change, Map<String, Integer> words)
            throws IOException {
        out.writeLong(change.sequence());
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, change.at()));
        out.writeInt((int) change.spot().from());
        out.writeInt(change.spot().length());
        for (String text : List.of(
                change.actor(),
                change.site(),
                change.action(),
                change.label(),
                change.resourceType(),
                change.resourceId())) {
            word(out, text, words);
        }
        list(out, change.paths(), words);
        list(out, change.rows(), words);
    }

    private static void list(DataOutputStream out, List<String> list, Map<String, Integer> words) throws IOException {
        out.writeInt(list.size());
        for (String text : list) {
            word(out, text, words);
        }
    }

    private static void word(DataOutputStream out, String text, Map<String, Integer> words) throws IOException {
        Integer known = words.get(text);
        if (known != null) {
            out.writeInt(known);
            return;
        }
        out.writeInt(words.size());
        words.put(text, words.size());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
