package org.sitewright.ui.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file on its way into the library.
record Incoming(String name, Source source) {
    /// Opens the content at its first byte.
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    static Incoming of(Path file) {
        return new Incoming(String.valueOf(file.getFileName()), () -> Files.newInputStream(file));
    }

    static Incoming of(String name, byte[] content) {
        return new Incoming(name, () -> new ByteArrayInputStream(content));
    }
}
