package org.sitewright.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Content that can be read any number of times, from any thread. A file's content stays on the disk until it is read,
/// so that a big site does not have to fit into memory.
public sealed interface Bytes {
    /// Opens the content at its first byte; the caller closes it.
    ///
    /// @throws UncheckedIOException when the file behind it cannot be read
    InputStream open();

    /// The length in bytes.
    long size();

    /// The whole content. Only for content known to be small.
    default byte[] all() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Content in memory. The array is not copied: whoever made it must not change it afterwards.
    static Bytes of(byte[] content) {
        return new InMemory(content);
    }

    /// The content of a file that must not change while this value is in use.
    static Bytes of(Path file) {
        try {
            return new InFile(file, Files.size(file));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Content that lies somewhere else, as at a host.
    ///
    /// @param source opens it anew each time
    static Bytes elsewhere(Supplier<InputStream> source, long size) {
        return new Elsewhere(source, size);
    }

    /// Content that is fetched each time it is read.
    record Elsewhere(Supplier<InputStream> source, long size) implements Bytes {
        @Override
        public InputStream open() {
            return source.get();
        }
    }

    /// Content in memory, equal to itself only.
    final class InMemory implements Bytes {
        private final byte[] content;

        private InMemory(byte[] content) {
            this.content = content;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public long size() {
            return content.length;
        }
    }

    /// Content of a file.
    record InFile(Path file, long size) implements Bytes {
        @Override
        public InputStream open() {
            try {
                return Files.newInputStream(file);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }
}
