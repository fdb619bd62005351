package org.sitewright.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of numbered segments, oldest first.
final class SegmentFolder {
    private final Path folder;

    SegmentFolder(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    JournalPosition origin() throws IOException {
        return JournalOrigin.read(folder);
    }

    List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{3,9}\\.log"))
                    .sorted((a, b) -> Long.compare(number(a), number(b)))
                    .toList();
        }
    }

    Path file(String segment) {
        return folder.resolve(segment);
    }

    Optional<Path> newest() throws IOException {
        List<Path> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    Path next() throws IOException {
        long number = newest().map(SegmentFolder::number).orElse(0L) + 1;
        return folder.resolve(String.format("%03d.log", number));
    }

    /// Keeps bytes that are cut off a segment, for whoever wants to look at them.
    void keep(Path segment, byte[] cut) throws IOException {
        String name = segment.getFileName().toString().replace(".log", "");
        for (int number = 1; ; number++) {
            Path file = folder.resolve(name + "-torn-" + number + ".bin");
            if (!Files.exists(file)) {
                Files.write(file, cut, StandardOpenOption.CREATE_NEW);
                return;
            }
        }
    }

    /// Makes a new file's name durable. Windows has no such call and needs none.
    void force() {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException notOnThisPlatform) {
            return;
        }
    }

    private static long number(Path segment) {
        return Long.parseLong(segment.getFileName().toString().replace(".log", ""));
    }
}
