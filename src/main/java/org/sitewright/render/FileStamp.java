package org.sitewright.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What a file system tells of a file or folder without opening it. A file that is changed gets another stamp, unless
/// that happens within the step of its clock in which the stamp was taken.
///
/// @param size in bytes; of a file only
/// @param modified nanoseconds since 1970
/// @param changed when anything about it changed, which no program can set; of a folder, and where the system does not
///     tell, when it was made
/// @param key its number in the file system, or what stands for it; 0 where it has none
record FileStamp(Kind kind, long size, long modified, long changed, long key) {
    private static final String UNIX = "unix";
    private static final String CHANGED = "ctime";
    private static final String UNIX_ATTRIBUTES = UNIX + ":mode,size,lastModifiedTime,ino,dev," + CHANGED;
    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;

    /// Of a folder that is there and has to be looked into.
    static final FileStamp UNKNOWN = new FileStamp(Kind.FOLDER, 0, Long.MAX_VALUE, Long.MAX_VALUE, 0);

    /// What it is of; a link that was not followed is something other.
    enum Kind {
        FILE,
        FOLDER,
        OTHER
    }

    /// @return empty when there is nothing of that name
    static Optional<FileStamp> of(Path path, LinkOption... links) throws IOException {
        try {
            return Optional.of(
                    isUnix(path)
                            ? unix(Files.readAttributes(path, UNIX_ATTRIBUTES, links))
                            : basic(Files.readAttributes(path, BasicFileAttributes.class, links)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /// A quicker look at what is expected to be a folder. That something was put into it or taken out shows in when it
    /// was modified; links are not followed.
    ///
    /// @return empty when there is nothing of that name
    static Optional<FileStamp> ofFolder(Path path) throws IOException {
        try {
            return Optional.of(basic(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /// Whether the file of this stamp still looks like it, where it is known that no other has got its name. That it
    /// was changed shows in one of its times, so no more is asked for.
    boolean isStillOf(Path path) throws IOException {
        try {
            return isUnix(path)
                    ? changed == nanos(time(Files.readAttributes(path, UNIX + ':' + CHANGED), CHANGED))
                    : equals(basic(Files.readAttributes(path, BasicFileAttributes.class)));
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    private static boolean isUnix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains(UNIX);
    }

    private static FileStamp unix(Map<String, Object> attributes) {
        int type = (int) number(attributes, "mode") & TYPE;
        Kind kind = type == REGULAR ? Kind.FILE : type == DIRECTORY ? Kind.FOLDER : Kind.OTHER;
        return new FileStamp(
                kind,
                kind == Kind.FILE ? number(attributes, "size") : 0,
                nanos(time(attributes, "lastModifiedTime")),
                nanos(time(attributes, CHANGED)),
                number(attributes, "ino") ^ Long.reverse(number(attributes, "dev")));
    }

    private static long number(Map<String, Object> attributes, String name) {
        return ((Number) Objects.requireNonNull(attributes.get(name), name)).longValue();
    }

    private static FileTime time(Map<String, Object> attributes, String name) {
        return (FileTime) Objects.requireNonNull(attributes.get(name), name);
    }

    private static FileStamp basic(BasicFileAttributes attributes) {
        Kind kind = attributes.isRegularFile() ? Kind.FILE : attributes.isDirectory() ? Kind.FOLDER : Kind.OTHER;
        return new FileStamp(
                kind,
                kind == Kind.FILE ? attributes.size() : 0,
                nanos(attributes.lastModifiedTime()),
                nanos(attributes.creationTime()),
                Objects.hashCode(attributes.fileKey()));
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    /// The newest of its times.
    long newest() {
        return Math.max(modified, changed);
    }

    /// Whether it is the same file with the same content as before, apart from its name.
    boolean isMovedFrom(FileStamp before) {
        return kind == before.kind && size == before.size && modified == before.modified && key == before.key;
    }
}
