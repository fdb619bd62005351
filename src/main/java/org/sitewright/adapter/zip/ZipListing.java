package org.sitewright.adapter.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.sitewright.publish.ReleaseHost.Release;
import org.sitewright.publish.RemoteFile;
import org.sitewright.render.OutputPath;

/// What is in a zip file.
final class ZipListing {
    private ZipListing() {}

    static Release of(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw ZipFailures.noFolder(file);
        }
        String id = id(file);
        if (id.isEmpty()) {
            return Release.NONE;
        }
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        Map<String, RemoteFile> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (!OutputPath.isSafe(entry.getName())) {
                    throw ZipFailures.badName(file);
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    Digest digest = digest(in);
                    files.put(
                            entry.getName(), new RemoteFile(entry.getName(), digest.size(), digest.sha256(), modified));
                }
            }
        }
        return new Release(id, files);
    }

    /// The SHA-256 of the whole file; empty when it is not there.
    static String id(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        if (!Files.isRegularFile(file)) {
            throw ZipFailures.notAFile(file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return digest(in).sha256();
        }
    }

    private record Digest(String sha256, long size) {}

    private static Digest digest(InputStream in) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[65_536];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
            return new Digest(HexFormat.of().formatHex(digest.digest()), size);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
