package org.sitewright.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the folders of a record lie, and the files in each. Every build looks at all of them, so it is not worked out
/// each time.
///
/// @param folders sorted by path; all that the record names or that have a file of it in them
record FolderPlaces(List<Folder> folders) {
    static final FolderPlaces NONE = new FolderPlaces(List.of());

    /// @param path the one by which the record names it
    /// @param stamp how it looked; null where the record does not say it
    /// @param files sorted by path
    record Folder(String path, Path place, @Nullable FileStamp stamp, List<File> files) {}

    /// @param path the one by which the record names it
    record File(String path, Path place, FolderRecord.Entry entry) {}

    static FolderPlaces of(Path root, FolderRecord record) {
        return NONE.with(
                root, record, new FolderRecord.Change(record.clock(), Set.of(), record.files(), record.folders()));
    }

    /// The places of a record that has come to be by a change.
    FolderPlaces with(Path root, FolderRecord after, FolderRecord.Change change) {
        Map<String, Set<String>> touched = new HashMap<>();
        Stream.concat(change.gone().stream(), change.folders().keySet().stream())
                .forEach(folder -> touched.computeIfAbsent(folder, each -> new TreeSet<>()));
        Stream.concat(change.gone().stream(), change.files().keySet().stream())
                .forEach(file -> touched.computeIfAbsent(FolderRecord.parent(file), each -> new TreeSet<>())
                        .add(file));
        List<Folder> all = new ArrayList<>(folders.size() + touched.size());
        for (Folder folder : folders) {
            Set<String> names = touched.get(folder.path);
            if (names == null) {
                all.add(folder);
            } else {
                folder.files.forEach(file -> names.add(file.path));
            }
        }
        touched.forEach((path, names) -> {
            Folder folder =
                    new Folder(path, root.resolve(path), after.folders().get(path), files(root, after.files(), names));
            if (folder.stamp != null || !folder.files.isEmpty()) {
                all.add(folder);
            }
        });
        all.sort(Comparator.comparing(Folder::path));
        return new FolderPlaces(List.copyOf(all));
    }

    private static List<File> files(Path root, Map<String, FolderRecord.Entry> entries, Set<String> names) {
        List<File> files = new ArrayList<>();
        for (String name : names) {
            FolderRecord.Entry entry = entries.get(name);
            if (entry != null) {
                files.add(new File(name, root.resolve(name), entry));
            }
        }
        return List.copyOf(files);
    }
}
