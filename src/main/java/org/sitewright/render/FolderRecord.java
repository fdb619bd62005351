package org.sitewright.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What a build left in a folder: what is in each file, and how files and folders looked from outside when that was
/// seen. Git's index rests on the same: what still looks the same is the same, unless it was changed at the very
/// moment of the record.
///
/// @see <a href="https://git-scm.com/docs/racy-git">how an index may be deceived</a>
/// @param clock a time that the folder's file system had reached when the record was made, in nanoseconds since 1970;
///     what is not older may have been changed unseen
/// @param files by path, with `/`
/// @param folders how those looked in which there was nothing but the files and folders named here, by path; the whole
///     folder has the empty one
record FolderRecord(long clock, Map<String, Entry> files, Map<String, FileStamp> folders) {
    static final FolderRecord NONE = new FolderRecord(Long.MIN_VALUE, Map.of(), Map.of());

    FolderRecord {
        files = Collections.unmodifiableMap(files);
        folders = Collections.unmodifiableMap(folders);
    }

    /// @param sha256 of the content that the file had when it looked like this
    record Entry(String sha256, FileStamp stamp) {}

    /// What is otherwise than in a record.
    ///
    /// @param gone paths of files and folders that it no longer names
    record Change(long clock, Set<String> gone, Map<String, Entry> files, Map<String, FileStamp> folders) {
        int size() {
            return gone.size() + files.size() + folders.size();
        }
    }

    FolderRecord with(Change change) {
        Map<String, Entry> newFiles = new HashMap<>(files);
        Map<String, FileStamp> newFolders = new HashMap<>(folders);
        newFiles.keySet().removeAll(change.gone);
        newFolders.keySet().removeAll(change.gone);
        newFiles.putAll(change.files);
        newFolders.putAll(change.folders);
        return new FolderRecord(change.clock, newFiles, newFolders);
    }

    /// Whether a file of the record has the content that it had, as far as looking at it tells; otherwise only reading
    /// it does.
    ///
    /// @param place where it lies
    /// @param folderUnchanged whether that folder is unchanged, so that no other file has got its name
    boolean isUnchanged(Entry entry, Path place, boolean folderUnchanged) throws IOException {
        return isSettled(entry.stamp)
                && (folderUnchanged
                        ? entry.stamp.isStillOf(place)
                        : FileStamp.of(place).filter(entry.stamp::equals).isPresent());
    }

    /// Whether a folder of the record that looks like this now has nothing in it but what is named here.
    ///
    /// @param before how it looked then
    boolean isUnchangedFolder(FileStamp before, FileStamp now) {
        return now.kind() == FileStamp.Kind.FOLDER && isSettled(before) && before.equals(now);
    }

    /// Whether whoever changes it from now on gives it another stamp.
    private boolean isSettled(FileStamp stamp) {
        return stamp.newest() < clock;
    }

    /// The folder in which a file or folder lies; empty for the whole folder.
    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
