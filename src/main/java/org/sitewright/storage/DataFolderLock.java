package org.sitewright.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.sitewright.work.Problem;

/// Holds a data folder for this process. The system lets go of it when the process ends, however it ends.
public final class DataFolderLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /// @throws AlreadyOpen when another process, or this one, holds the folder
    /// @throws Problem `SW-DATA-FOLDER` when the folder cannot be made or written
    public static DataFolderLock acquire(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new AlreadyOpen(folder);
            }
            return new DataFolderLock(channel, lock);
        } catch (IOException fault) {
            throw new Problem(
                    "SW-DATA-FOLDER",
                    "The data folder " + folder + " cannot be written.",
                    "Choose another with --data, or make this one writable.",
                    fault);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException here) {
            return null;
        }
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException alreadyGone) {
            return;
        }
    }

    /// The folder is in use.
    public static final class AlreadyOpen extends Problem {
        AlreadyOpen(Path folder) {
            super(
                    "SW-DATA-OPEN",
                    "Sitewright is already open on the data folder " + folder + ".",
                    "Use the window that is open, or close it first.");
        }
    }
}
