package org.sitewright.backup;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.sitewright.journal.JournalPosition;
import org.sitewright.site.MediaId;
import org.sitewright.site.json.Json;

/// The rows of a store at one moment, put down in a temporary file so that the store is left in peace while they are
/// sent.
final class SnapshotRows implements AutoCloseable {
    private final Path file;
    private final JournalPosition position;
    private final Set<MediaId> media;

    private SnapshotRows(Path file, JournalPosition position, Set<MediaId> media) {
        this.file = file;
        this.position = position;
        this.media = media;
    }

    static SnapshotRows of(BackupSource source) throws IOException {
        Files.createDirectories(source.temporary());
        Path file = Files.createTempFile(source.temporary(), "rows", ".jsonl");
        MediaNames names = new MediaNames(source.media());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            JournalPosition position = source.live().export((table, row) -> {
                try {
                    String line = Json.write(row);
                    names.read(line.getBytes(StandardCharsets.UTF_8));
                    out.write(table);
                    out.write(' ');
                    out.write(line);
                    out.write('\n');
                } catch (IOException fault) {
                    throw new UncheckedIOException(fault);
                }
            });
            return new SnapshotRows(file, position, names.found());
        } catch (IOException | RuntimeException fault) {
            Files.deleteIfExists(file);
            throw fault;
        }
    }

    JournalPosition position() {
        return position;
    }

    /// The media that the rows name and that are here.
    Set<MediaId> media() {
        return media;
    }

    /// About how long the rows are.
    long size() throws IOException {
        return Files.size(file);
    }

    /// Takes a row as one line of JSON.
    @FunctionalInterface
    interface Lines {
        void line(String table, String json) throws IOException;
    }

    void write(Lines lines) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int end = line.indexOf(' ');
                lines.line(line.substring(0, end), line.substring(end + 1));
            }
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
