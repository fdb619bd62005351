package org.sitewright.media;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a file that nobody reads soon: what is large goes past the system's cache of files, which saves a copy and
/// leaves in the cache what other programs need. What is small is written as usual, and so is everything where the
/// file system has no such way. One thread only.
final class UncachedFile extends OutputStream {
    /// What is sent to the disk at once. A file that is no longer than this is small.
    static final int BLOCK = 1 << 20;

    private static final Optional<OpenOption> DIRECT = direct();

    private final Path path;
    private final int alignment;
    private final Arena memory = Arena.ofConfined();
    private final ByteBuffer block;
    private @Nullable FileChannel channel;
    private boolean direct;
    private long written;

    /// @param path an empty file
    /// @param alignment bytes; the size of a block of the file system, see [java.nio.file.FileStore#getBlockSize]
    UncachedFile(Path path, long alignment) {
        this.path = path;
        direct = DIRECT.isPresent() && alignment > 0 && BLOCK % alignment == 0;
        this.alignment = direct ? (int) alignment : 1;
        block = memory.allocate(BLOCK, this.alignment).asByteBuffer();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        while (from < offset + length) {
            if (!block.hasRemaining()) {
                drain(BLOCK);
            }
            int part = Math.min(offset + length - from, block.remaining());
            block.put(bytes, from, part);
            from += part;
        }
    }

    /// Writes the first bytes of the block, and keeps the others.
    private void drain(int length) throws IOException {
        int filled = block.position();
        block.position(0).limit(length);
        while (block.hasRemaining()) {
            try {
                written += open().write(block, written);
            } catch (IOException fault) {
                if (!direct) {
                    throw fault;
                }
                FileChannel unused = usual();
            }
        }
        block.limit(filled).compact();
    }

    private FileChannel open() throws IOException {
        if (channel == null && direct) {
            try {
                channel = FileChannel.open(path, StandardOpenOption.WRITE, DIRECT.orElseThrow());
            } catch (UnsupportedOperationException notHere) {
                return usual();
            }
        }
        return channel == null ? usual() : channel;
    }

    /// What the direct way refuses, or cannot do because it is no whole block, this one does.
    private FileChannel usual() throws IOException {
        if (channel != null && !direct) {
            return channel;
        }
        if (channel != null) {
            channel.close();
        }
        direct = false;
        channel = FileChannel.open(path, StandardOpenOption.WRITE);
        return channel;
    }

    /// `ExtendedOpenOption.DIRECT`, which Java has but does not promise (module `jdk.unsupported`).
    private static Optional<OpenOption> direct() {
        try {
            Object[] all = Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants();
            return Stream.of(all)
                    .filter(OpenOption.class::isInstance)
                    .map(OpenOption.class::cast)
                    .filter(option -> option.toString().equals("DIRECT"))
                    .findFirst();
        } catch (ClassNotFoundException notInThisJava) {
            return Optional.empty();
        }
    }

    /// Writes what is left.
    @Override
    public void close() throws IOException {
        if (!memory.scope().isAlive()) {
            return;
        }
        try (memory) {
            if (channel != null && direct) {
                drain(block.position() - block.position() % alignment);
            }
            if (block.position() > 0) {
                FileChannel unused = usual();
                drain(block.position());
            }
        } finally {
            if (channel != null) {
                channel.close();
            }
        }
    }
}
