package org.sitewright.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;

/// One build on its way into a folder. Files may be put from several threads at once.
final class FolderWriting {
    private static final int AT_ONCE = 8;

    private final Path root;
    private final FolderRecord before;
    private final FolderContent present;
    private final Map<String, FolderRecord.Entry> changed = new ConcurrentHashMap<>();
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private final Set<String> touched = ConcurrentHashMap.newKeySet();
    private final Set<String> goneFiles = new HashSet<>();
    private final Set<String> goneFolders = new HashSet<>();
    private final AtomicLong clock;
    private final LongAdder named = new LongAdder();
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    FolderWriting(Path root, FolderRecord before, FolderContent present) {
        this.root = root;
        this.before = before;
        this.present = present;
        clock = new AtomicLong(before.clock());
    }

    int written() {
        return written.get();
    }

    long bytes() {
        return bytes.get();
    }

    /// The files of a build of which it is not known that they are there as they should be.
    List<OutputFile> missing(OutputTree tree, CancelToken cancel) {
        List<OutputFile> files = List.copyOf(tree.files().values());
        List<Boolean> there = Parallel.map(files, AT_ONCE, cancel, this::isThere);
        return IntStream.range(0, files.size())
                .filter(at -> !there.get(at))
                .mapToObj(files::get)
                .toList();
    }

    private boolean isThere(OutputFile file) {
        FolderRecord.Entry entry = before.files().get(file.path());
        if (entry == null) {
            return false;
        }
        named.increment();
        return present.isAsRecorded(file.path()) && entry.sha256().equals(file.sha256());
    }

    /// Puts a file that is not known to be there.
    void put(OutputFile file) throws IOException {
        Path target = root.resolve(file.path());
        boolean known = before.files().containsKey(file.path()) && present.isAsRecorded(file.path());
        if (!known && present.hasFile(file.path())) {
            Optional<FileStamp> now = FileStamp.of(target);
            if (now.isPresent() && holds(target, now.get(), file)) {
                changed.put(file.path(), new FolderRecord.Entry(file.sha256(), now.get()));
                return;
            }
        }
        write(target, file);
        written.incrementAndGet();
        bytes.addAndGet(file.size());
    }

    private boolean holds(Path target, FileStamp now, OutputFile file) {
        if (now.kind() != FileStamp.Kind.FILE || now.size() != file.size()) {
            return false;
        }
        read.incrementAndGet();
        return OutputFile.of("x", "", file.cacheControl(), Bytes.of(target))
                .sha256()
                .equals(file.sha256());
    }

    private void write(Path target, OutputFile file) throws IOException {
        String parent = FolderRecord.parent(file.path());
        if (!present.hasFolder(parent) && !made.contains(parent)) {
            Files.createDirectories(root.resolve(parent));
            for (String each = parent; !present.hasFolder(each) && made.add(each); each = FolderRecord.parent(each)) {
                touched.add(FolderRecord.parent(each));
            }
        }
        touched.add(parent);
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        boolean whole = false;
        try {
            try (InputStream content = file.source().open();
                    OutputStream out = Files.newOutputStream(part)) {
                content.transferTo(out);
            }
            FileStamp made = FileStamp.of(part).orElseThrow();
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            whole = true;
            // Moving it changes one of its times; who was quicker than we changes more than that.
            FileStamp.of(target, LinkOption.NOFOLLOW_LINKS)
                    .filter(moved -> moved.isMovedFrom(made))
                    .ifPresent(moved -> {
                        changed.put(file.path(), new FolderRecord.Entry(file.sha256(), moved));
                        clock.accumulateAndGet(moved.newest(), Math::max);
                    });
        } finally {
            if (!whole) {
                Files.deleteIfExists(part);
            }
        }
    }

    /// Removes what is no file of the build, and folders that have nothing in them afterwards.
    ///
    /// @return how many files
    int removeOthers(OutputTree tree) throws IOException {
        if (named.sum() < before.files().size()) {
            before.files().keySet().stream()
                    .filter(path -> tree.file(path).isEmpty())
                    .forEach(goneFiles::add);
        }
        List<String> others = Stream.concat(goneFiles.stream().filter(present::hasFile), present.found().stream())
                .filter(path -> tree.file(path).isEmpty())
                .distinct()
                .toList();
        if (others.isEmpty()) {
            return 0;
        }
        Map<String, String> wanted = new HashMap<>();
        tree.files().keySet().forEach(path -> wanted.put(OutputPath.folded(path), path));
        int removed = 0;
        for (String path : others) {
            Path file = root.resolve(path);
            String alike = wanted.get(OutputPath.folded(path));
            // Where case does not count, a file of the build may lie there under another name.
            if (alike == null || !Files.isSameFile(file, root.resolve(alike))) {
                Files.delete(file);
                removed++;
                touched.add(FolderRecord.parent(path));
                removeEmpty(FolderRecord.parent(path));
            }
        }
        return removed;
    }

    private void removeEmpty(String folder) throws IOException {
        for (String each = folder; !each.isEmpty() && isEmpty(root.resolve(each)); each = FolderRecord.parent(each)) {
            Files.delete(root.resolve(each));
            goneFolders.add(each);
            touched.add(FolderRecord.parent(each));
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (DirectoryStream<Path> content = Files.newDirectoryStream(directory)) {
            return !content.iterator().hasNext();
        }
    }

    /// What is otherwise in the folder now than the record says.
    FolderRecord.Change change(CancelToken cancel) throws IOException {
        if (written() == 0 && read.get() > 0) {
            clock.accumulateAndGet(now(), Math::max);
        }
        present.others().stream()
                .filter(folder -> !present.hasFolder(folder) && !made.contains(folder))
                .forEach(goneFolders::add);
        Map<String, FileStamp> folders = new ConcurrentHashMap<>(present.opened());
        touched.removeAll(goneFolders);
        Parallel.each(touched, AT_ONCE, cancel, folder -> folders.put(folder, afterwards(folder)));
        folders.keySet().removeAll(goneFolders);
        folders.entrySet()
                .removeIf(each -> each.getValue().equals(before.folders().get(each.getKey())));
        Set<String> gone = new HashSet<>(goneFiles);
        gone.addAll(goneFolders);
        return new FolderRecord.Change(clock.get(), gone, changed, folders);
    }

    /// What the file system takes for the time: its clock need not be ours.
    private long now() throws IOException {
        Path part = Files.createTempFile(root, ".now", ".part");
        try {
            touched.add("");
            return FileStamp.of(part).orElseThrow().newest();
        } finally {
            Files.delete(part);
        }
    }

    /// Somebody else may have put something into a folder while we did.
    private FileStamp afterwards(String folder) {
        Path place = root.resolve(folder);
        String prefix = folder.isEmpty() ? "" : folder + '/';
        try {
            FileStamp stamp = FileStamp.ofFolder(place).orElse(FileStamp.UNKNOWN);
            try (DirectoryStream<Path> content = Files.newDirectoryStream(place)) {
                for (Path child : content) {
                    if (!isNamed(prefix + FolderContent.name(child))) {
                        return FileStamp.UNKNOWN;
                    }
                }
            }
            return stamp;
        } catch (IOException | DirectoryIteratorException gone) {
            return FileStamp.UNKNOWN;
        }
    }

    private boolean isNamed(String path) {
        return changed.containsKey(path)
                || made.contains(path)
                || (before.files().containsKey(path) && !goneFiles.contains(path))
                || (present.hasFolder(path) && !goneFolders.contains(path));
    }
}
