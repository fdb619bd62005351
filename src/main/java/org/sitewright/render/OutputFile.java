package org.sitewright.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// One file of a build.
///
/// @param path relative, with `/`, as `prices/index.html`; see [OutputPath]
/// @param contentType a media type with its parameters, as `text/html; charset=utf-8`
/// @param sha256 of the content, 64 lower-case hexadecimal digits
/// @param size in bytes
public record OutputFile(
        String path, String contentType, String sha256, long size, CacheControl cacheControl, Bytes source) {
    public OutputFile {
        if (!OutputPath.isSafe(path)) {
            throw new IllegalArgumentException("not a safe path: " + path);
        }
        if (!isSha256(sha256)) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        if (size != source.size()) {
            throw new IllegalArgumentException(path + " has " + source.size() + " bytes, not " + size);
        }
    }

    private static boolean isSha256(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return text.length() == 64;
    }

    /// A file whose hash is worked out here, by reading the content once.
    public static OutputFile of(String path, String contentType, CacheControl cacheControl, Bytes source) {
        return new OutputFile(path, contentType, digest(source), source.size(), cacheControl, source);
    }

    /// A file whose content is already named by its hash.
    public static OutputFile of(
            String path, String contentType, CacheControl cacheControl, Bytes source, String sha256) {
        return new OutputFile(path, contentType, sha256, source.size(), cacheControl, source);
    }

    private static String digest(Bytes source) {
        try (InputStream in = source.open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[Math.clamp(source.size(), 1, 65_536)];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
