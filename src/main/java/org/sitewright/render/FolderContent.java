package org.sitewright.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;

/// Which files lie in a folder and in those below it. Folders and files that look as a record says are not opened.
/// Links to folders are left alone.
final class FolderContent {
    private static final int AT_ONCE = 8;

    private final Path root;
    private final FolderRecord record;
    private final Set<String> files = ConcurrentHashMap.newKeySet();
    private final Set<String> others = ConcurrentHashMap.newKeySet();
    private final Map<String, FileStamp> opened = new ConcurrentHashMap<>();
    private final Set<String> otherFiles = ConcurrentHashMap.newKeySet();

    private FolderContent(Path root, FolderRecord record) {
        this.root = root;
        this.record = record;
    }

    /// @param places those of the record
    static FolderContent of(Path root, FolderRecord record, FolderPlaces places, CancelToken cancel)
            throws IOException {
        FolderContent content = new FolderContent(root, record);
        try {
            content.find(places, cancel);
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
        return content;
    }

    /// Whether a file of the record has the content that the record says, as far as looking at it tells. A file beyond
    /// a link to a folder does not count.
    boolean isAsRecorded(String path) {
        return !otherFiles.contains(path);
    }

    /// Whether there seems to be a file. Where the record says so and its folder looks untouched, it need not be asked.
    boolean hasFile(String path) {
        return (record.files().containsKey(path) && isUntouched(FolderRecord.parent(path))) || files.contains(path);
    }

    boolean hasFolder(String path) {
        return opened.containsKey(path) || isUntouched(path);
    }

    private boolean isUntouched(String folder) {
        return record.folders().containsKey(folder) && !others.contains(folder);
    }

    boolean isEmpty() {
        return files.isEmpty() && record.files().keySet().stream().noneMatch(this::hasFile);
    }

    /// Files in folders that had to be opened, by path.
    Set<String> found() {
        return files;
    }

    /// How folders looked before they were opened, by path; the whole folder has the empty one.
    Map<String, FileStamp> opened() {
        return opened;
    }

    /// Folders of the record that do not look as it says; some may no longer be there.
    Set<String> others() {
        return others;
    }

    private void find(FolderPlaces places, CancelToken cancel) {
        List<Boolean> untouched = Parallel.map(places.folders(), AT_ONCE, cancel, this::look);
        Collection<String> unknown = new HashSet<>();
        others.stream()
                .filter(folder -> isUntouched(FolderRecord.parent(folder)))
                .forEach(unknown::add);
        if (!isUntouched("")) {
            unknown.add("");
        }
        while (!unknown.isEmpty()) {
            Set<String> below = ConcurrentHashMap.newKeySet();
            Parallel.each(unknown, AT_ONCE, cancel, folder -> open(folder, below));
            unknown = below;
        }
        for (int at = 0; at < untouched.size(); at++) {
            if (!untouched.get(at)) {
                for (FolderPlaces.File file : places.folders().get(at).files()) {
                    if (!files.contains(file.path())) {
                        otherFiles.add(file.path());
                    }
                }
            }
        }
    }

    /// Looks at a folder and at the files in it, one after the other: the system finds them quicker so.
    private boolean look(FolderPlaces.Folder folder) {
        try {
            FileStamp before = folder.stamp();
            boolean untouched = before != null
                    && FileStamp.ofFolder(folder.place())
                            .filter(now -> record.isUnchangedFolder(before, now))
                            .isPresent();
            if (before != null && !untouched) {
                others.add(folder.path());
            }
            for (FolderPlaces.File file : folder.files()) {
                if (!record.isUnchanged(file.entry(), file.place(), untouched)) {
                    otherFiles.add(file.path());
                }
            }
            return untouched;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Optional<FileStamp> stamp(String path) {
        try {
            return FileStamp.ofFolder(root.resolve(path));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void open(String folder, Set<String> below) {
        Optional<FileStamp> before = stamp(folder).filter(now -> now.kind() == FileStamp.Kind.FOLDER);
        if (before.isEmpty()) {
            return;
        }
        opened.put(folder, before.get());
        try (DirectoryStream<Path> children = Files.newDirectoryStream(root.resolve(folder))) {
            for (Path child : children) {
                String path = folder.isEmpty() ? name(child) : folder + '/' + name(child);
                if (hasFolder(path)) {
                    continue;
                }
                FileStamp.Kind kind = stamp(path).map(FileStamp::kind).orElse(FileStamp.Kind.OTHER);
                if (kind == FileStamp.Kind.FOLDER) {
                    below.add(path);
                } else if (kind == FileStamp.Kind.FILE || !Files.isDirectory(child)) {
                    files.add(path);
                }
            }
        } catch (DirectoryIteratorException fault) {
            throw new UncheckedIOException(fault.getCause());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
