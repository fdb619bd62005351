package org.sitewright.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// Writes a build into a folder so that the folder holds the build and nothing else. Unchanged files are not
/// rewritten; each changed one appears whole or not at all.
public final class OutputFolder {
    private static final int AT_ONCE = 8;

    private final Path folder;
    private final @Nullable WrittenFolders memory;

    /// A folder of which nothing is remembered: every file in it is read.
    public OutputFolder(Path folder) {
        this(folder, null);
    }

    /// @param memory knows what was written last, so that files that look untouched are not read
    public OutputFolder(Path folder, @Nullable WrittenFolders memory) {
        this.folder = folder;
        this.memory = memory;
    }

    /// How much had to be done.
    public record Written(int written, int unchanged, int removed, long bytes) {}

    /// @param clean whether whatever else is in the folder may be removed; without it, a folder that holds files but
    ///     no earlier build is refused
    /// @throws Problem `SW-OUT-NOT-OURS` when the folder holds something else, `SW-OUT-WRITE` when it cannot be
    ///     written
    public Written write(OutputTree tree, boolean clean, Progress progress, CancelToken cancel) {
        try {
            Files.createDirectories(folder);
            Path root = folder.toRealPath();
            FolderRecordBytes.Read before = memory == null ? FolderRecordBytes.Read.NONE : memory.read(root);
            FolderContent present = FolderContent.of(root, before.record(), before.places(), cancel);
            if (!clean && !present.isEmpty() && !looksLikeABuild()) {
                throw new Problem(
                        "SW-OUT-NOT-OURS",
                        "The folder " + folder + " holds files that are not a build.",
                        "Choose an empty folder, or add --clean to remove what is in it.");
            }
            FolderWriting writing = new FolderWriting(root, before.record(), present);
            List<OutputFile> missing = writing.missing(tree, cancel);
            AtomicInteger done = new AtomicInteger(tree.count() - missing.size());
            // A disk answers many at once sooner than one after the other.
            Parallel.each(missing, AT_ONCE, cancel, file -> {
                progress.at(done.getAndIncrement(), tree.count(), file.path());
                try {
                    writing.put(file);
                } catch (IOException fault) {
                    throw notWritten(fault);
                }
            });
            int removed = writing.removeOthers(tree);
            if (memory != null) {
                memory.write(root, before, writing.change(cancel));
            }
            return new Written(writing.written(), tree.count() - writing.written(), removed, writing.bytes());
        } catch (IOException fault) {
            throw notWritten(fault);
        }
    }

    private Problem notWritten(IOException fault) {
        return new Problem(
                "SW-OUT-WRITE",
                "The folder " + folder + " could not be written: " + fault.getMessage(),
                "Check that there is room on the disk and that you may write there, then build again.",
                fault);
    }

    private boolean looksLikeABuild() throws IOException {
        Path assets = folder.resolve("assets");
        if (!Files.isRegularFile(folder.resolve("index.html"))
                || !Files.isRegularFile(folder.resolve("404.html"))
                || !Files.isDirectory(assets)) {
            return false;
        }
        try (Stream<Path> names = Files.list(assets)) {
            return names.anyMatch(name -> String.valueOf(name.getFileName()).matches("site-[0-9a-f]{10}\\.css"));
        }
    }
}
