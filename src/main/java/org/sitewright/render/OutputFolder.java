package org.sitewright.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// Writes a build into a folder so that the folder holds the build and nothing else. Unchanged files are not
/// rewritten; each changed one appears whole or not at all.
public final class OutputFolder {
    private static final int AT_ONCE = 8;

    private final Path folder;

    public OutputFolder(Path folder) {
        this.folder = folder;
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
            List<Path> present = files();
            if (!clean && !present.isEmpty() && !looksLikeABuild()) {
                throw new Problem(
                        "SW-OUT-NOT-OURS",
                        "The folder " + folder + " holds files that are not a build.",
                        "Choose an empty folder, or add --clean to remove what is in it.");
            }
            Set<Path> there = new HashSet<>(present);
            Set<Path> folders = ConcurrentHashMap.newKeySet();
            AtomicInteger done = new AtomicInteger();
            AtomicInteger written = new AtomicInteger();
            AtomicLong bytes = new AtomicLong();
            // A disk answers many at once sooner than one after the other.
            Parallel.each(tree.files().values(), AT_ONCE, cancel, file -> {
                progress.at(done.getAndIncrement(), tree.count(), file.path());
                Path target = folder.resolve(file.path());
                try {
                    if (!there.contains(target) || !isSame(target, file)) {
                        write(target, file, folders);
                        written.incrementAndGet();
                        bytes.addAndGet(file.size());
                    }
                } catch (IOException fault) {
                    throw notWritten(fault);
                }
            });
            int removed = remove(present, tree);
            return new Written(written.get(), tree.count() - written.get(), removed, bytes.get());
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

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path)).toList();
        }
    }

    private static boolean isSame(Path target, OutputFile file) throws IOException {
        if (!Files.isRegularFile(target) || Files.size(target) != file.size()) {
            return false;
        }
        return OutputFile.of("x", "", file.cacheControl(), Bytes.of(target))
                .sha256()
                .equals(file.sha256());
    }

    private static void write(Path target, OutputFile file, Set<Path> folders) throws IOException {
        Path parent = target.getParent();
        if (parent == null) {
            throw new IOException("no folder for " + target);
        }
        if (!folders.contains(parent)) {
            Files.createDirectories(parent);
            folders.add(parent);
        }
        Path part = parent.resolve("." + target.getFileName() + ".part");
        boolean whole = false;
        try {
            try (InputStream content = file.source().open();
                    OutputStream out = Files.newOutputStream(part)) {
                content.transferTo(out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(part);
            }
        }
    }

    private int remove(List<Path> present, OutputTree tree) throws IOException {
        Set<Path> wanted = new HashSet<>();
        tree.files().keySet().forEach(path -> wanted.add(folder.resolve(path)));
        int removed = 0;
        for (Path path : present) {
            if (!wanted.contains(path)) {
                Files.delete(path);
                removed++;
            }
        }
        if (removed == 0) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isDirectory(path) && !path.equals(folder) && isEmpty(path)) {
                    Files.delete(path);
                }
            }
        }
        return removed;
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> content = Files.list(directory)) {
            return content.findAny().isEmpty();
        }
    }
}
