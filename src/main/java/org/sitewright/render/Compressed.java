package org.sitewright.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Files beside others that hold the same with gzip (RFC 1952), for hosts that send them as they are to who takes
/// them. They name no time, so the same content gives the same bytes.
public final class Compressed {
    public static final String ENDING = ".gz";
    private static final Set<String> TEXTS =
            Set.of("html", "css", "js", "json", "xml", "svg", "txt", "webmanifest", "ico");
    private static final int LEAST = 512;
    private static final double WORTH = 0.9;

    private Compressed() {}

    /// Whether a file of this name is likely to become smaller.
    public static boolean isText(String path) {
        return TEXTS.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    /// The content with gzip; empty where that saves too little.
    public static Optional<byte[]> of(byte[] content) {
        if (content.length < LEAST) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 3);
        try (OutputStream gzip = new Best(out)) {
            gzip.write(content);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return out.size() < content.length * WORTH ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    /// For a host of loose files: only styles and scripts with their hash in their name. They never change, so that
    /// nobody who changes a file there by hand gets an old one sent from beside it.
    static List<OutputFile> beside(Collection<OutputFile> files) {
        return files.stream()
                .filter(file -> file.cacheControl() == CacheControl.IMMUTABLE)
                .filter(file -> file.path().endsWith(".css") || file.path().endsWith(".js"))
                .flatMap(file -> of(file.source().all()).stream()
                        .map(content -> OutputFile.of(
                                file.path() + ENDING, "application/gzip", CacheControl.IMMUTABLE, Bytes.of(content))))
                .toList();
    }

    /// Takes its time once, to be small each time it is sent.
    private static final class Best extends GZIPOutputStream {
        Best(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
