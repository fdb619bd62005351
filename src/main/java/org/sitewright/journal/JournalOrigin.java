package org.sitewright.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a journal begins that does not begin with the first change, as one that came back from a backup: the file
/// `origin` beside the segments, with a sequence and a hash.
final class JournalOrigin {
    private static final String FILE = "origin";

    private JournalOrigin() {}

    static JournalPosition read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return JournalPosition.START;
        }
        String[] words = Files.readString(file).strip().split(" ", -1);
        try {
            return new JournalPosition(Long.parseLong(words[0]), words[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException damaged) {
            throw new IOException("the file “origin” of the journal is damaged", damaged);
        }
    }

    static void write(Path folder, JournalPosition origin) throws IOException {
        if (origin.sequence() > 0) {
            Files.writeString(folder.resolve(FILE), origin.sequence() + " " + origin.hash() + "\n");
        }
    }
}
