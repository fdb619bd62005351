package org.sitewright.blob;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Bytes to be written, which can be read more than once.
///
/// @param sha256 of all bytes, in lower case hexadecimal
public record BlobSource(long size, String sha256, Opener opener) {
    /// Opens the bytes at the first one.
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    public static BlobSource of(byte[] bytes) {
        try {
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new BlobSource(bytes.length, sha256, () -> new ByteArrayInputStream(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /// @param sha256 of the file, as it was written
    public static BlobSource of(Path file, String sha256) throws IOException {
        return new BlobSource(Files.size(file), sha256, () -> Files.newInputStream(file));
    }
}
