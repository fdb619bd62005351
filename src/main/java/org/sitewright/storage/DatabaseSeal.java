package org.sitewright.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// What a closed database's file was: its length and checksum, in the file `sealed` beside it. H2 checks the frames of
/// its file, not what is in them, so that a bit that flips in a text while the program is closed would go unseen.
/// A database that was found damaged while it was open is sealed as `damaged`, so that the next opening rebuilds it.
final class DatabaseSeal {
    private static final String DAMAGED = "damaged";
    private static final int BUFFER = 1 << 20;

    private final Path file;
    private final Path seal;
    private boolean wasThere;
    private volatile boolean damaged;

    private DatabaseSeal(Path file) {
        this.file = file;
        this.seal = file.resolveSibling("sealed");
    }

    static DatabaseSeal of(Path file) {
        return new DatabaseSeal(file);
    }

    /// Checks the file and takes the seal off. There is none when the program did not end in an orderly way.
    ///
    /// @throws Broken when the file is not what was sealed
    void breakOpen() throws IOException {
        if (!Files.exists(seal)) {
            wasThere = !Files.exists(file);
            return;
        }
        wasThere = true;
        String was = Files.readString(seal).strip();
        boolean broken = Files.exists(file) && !was.equals(was.equals(DAMAGED) ? "" : sum());
        Files.delete(seal);
        force();
        if (broken) {
            throw new Broken(file);
        }
    }

    /// Whether the database was closed the last time, or never made.
    boolean wasThere() {
        return wasThere;
    }

    /// Says that the open database turned out to be damaged.
    void damaged() {
        damaged = true;
    }

    /// Called after H2 has closed the file.
    void close() throws IOException {
        if (damaged) {
            write(DAMAGED);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                channel.force(true);
                write(sum(channel));
            }
        } catch (OverlappingFileLockException stillOpen) {
            return;
        }
    }

    private void write(String text) throws IOException {
        Path fresh = seal.resolveSibling("sealed.new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                int unused = out.write(bytes);
            }
            out.force(true);
        }
        Files.move(fresh, seal, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String sum() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return sum(channel);
        }
    }

    private static String sum(FileChannel channel) throws IOException {
        CRC32C sum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        long at = 0;
        for (int count = channel.read(buffer, at); count >= 0; count = channel.read(buffer, at)) {
            at += count;
            sum.update(buffer.flip());
            buffer.clear();
        }
        return at + " " + Long.toHexString(sum.getValue());
    }

    /// Windows has no such call and needs none.
    private void force() {
        try (FileChannel directory = FileChannel.open(seal.resolveSibling(""), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException notOnThisPlatform) {
            return;
        }
    }

    /// The file is not what it was when it was closed.
    static final class Broken extends RuntimeException {
        Broken(Path file) {
            super(file.getFileName() + " is not what it was when it was closed");
        }
    }
}
