package org.sitewright.render;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps what builds left in the folders that they were written into, one file for each. Losing it costs the time to
/// read those folders and nothing else. The last one used stays in memory as long as its file looks the same, so that
/// another program may build too. Safe for use from several threads.
///
/// What was kept before the computer was started is not used: after a power cut a file may look as it did and be empty.
/// Where nobody says when that was, nothing is used.
public final class WrittenFolders {
    private static final Logger LOG = System.getLogger(WrittenFolders.class.getName());
    private static final Path LINUX_START = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int MOST = 20;
    private static final int MOST_OLD = 2;

    private final Path folder;
    private final String start;
    private @Nullable Kept kept;

    /// @param file how the file looked that says the same
    private record Kept(Path written, FileStamp file, FolderRecordBytes.Read read) {}

    public WrittenFolders(Path folder) {
        this(folder, start());
    }

    /// @param start names the time since the computer was started; empty when that is not known
    WrittenFolders(Path folder, String start) {
        this.folder = folder;
        this.start = start;
    }

    private static String start() {
        try {
            return Files.readString(LINUX_START).strip();
        } catch (IOException otherSystem) {
            return ProcessHandle.of(1)
                    .flatMap(first -> first.info().startInstant())
                    .map(Instant::toString)
                    .orElse("");
        }
    }

    /// @param written absolute
    FolderRecordBytes.Read read(Path written) {
        if (start.isEmpty()) {
            return FolderRecordBytes.Read.NONE;
        }
        try {
            FileStamp now = look(written);
            Kept known = kept();
            if (known != null && known.written.equals(written) && known.file.equals(now)) {
                return known.read;
            }
            FolderRecordBytes.Read read =
                    FolderRecordBytes.parse(Files.readAllBytes(file(written)), written, place(written));
            keep(now.equals(look(written)) ? new Kept(written, now, read) : null);
            return read;
        } catch (NoSuchFileException none) {
            return FolderRecordBytes.Read.NONE;
        } catch (IOException | RuntimeException damaged) {
            LOG.log(Level.DEBUG, "the record of what lies in a folder is not used", damaged);
            return FolderRecordBytes.Read.NONE;
        }
    }

    /// Keeps what has changed since it was read.
    ///
    /// @param written absolute
    void write(Path written, FolderRecordBytes.Read before, FolderRecord.Change change) {
        FolderRecord record = before.record();
        if (start.isEmpty() || (change.size() == 0 && change.clock() == record.clock())) {
            return;
        }
        int named = record.files().size() + record.folders().size();
        keep(null);
        try {
            if (before.whole() && before.entries() + change.size() < MOST_OLD * named) {
                byte[] more = FolderRecordBytes.print(change);
                Files.write(file(written), more, StandardOpenOption.APPEND);
                FileStamp now = look(written);
                // Otherwise somebody else has added to it as well.
                if (now.size() == before.size() + more.length) {
                    keep(new Kept(written, now, before.with(written, change, more.length)));
                }
            } else {
                writeAnew(written, record.with(change));
                forgetOldest();
            }
        } catch (IOException refused) {
            LOG.log(Level.WARNING, "what lies in the folder could not be kept; the next build reads it", refused);
        }
    }

    private FileStamp look(Path written) throws IOException {
        Path file = file(written);
        return FileStamp.of(file).orElseThrow(() -> new NoSuchFileException(file.toString()));
    }

    private synchronized @Nullable Kept kept() {
        return kept;
    }

    private synchronized void keep(@Nullable Kept known) {
        kept = known;
    }

    private void writeAnew(Path written, FolderRecord record) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "new", ".part");
        try {
            FolderRecord.Change all =
                    new FolderRecord.Change(record.clock(), Set.of(), record.files(), record.folders());
            try (OutputStream out = Files.newOutputStream(part)) {
                out.write(FolderRecordBytes.head(place(written)));
                out.write(FolderRecordBytes.print(all));
            }
            FileStamp made = FileStamp.of(part).orElseThrow();
            Files.move(part, file(written), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            FileStamp now = look(written);
            // Otherwise somebody else has put another in its place.
            if (now.isMovedFrom(made)) {
                keep(new Kept(written, now, FolderRecordBytes.Read.whole(written, record, all.size(), now.size())));
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void forgetOldest() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.toList();
        }
        if (all.size() > MOST) {
            Files.deleteIfExists(all.stream()
                    .min(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .orElseThrow());
        }
    }

    private Path file(Path written) {
        return folder.resolve(Hashes.of(written.toString()) + ".folder");
    }

    private String place(Path written) {
        return start + ' ' + written;
    }
}
