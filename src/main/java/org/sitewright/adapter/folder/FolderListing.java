package org.sitewright.adapter.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.sitewright.publish.RemoteFile;

/// What is in a folder, with the SHA-256 of each file. Links are not followed; half-written files of ours are left out.
final class FolderListing {
    static final String PART_PREFIX = ".sitewright-";
    static final String PART = ".part";

    private FolderListing() {}

    static List<RemoteFile> of(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !isPart(file.getFileName()))
                    .map(file -> remote(root, file))
                    .sorted(Comparator.comparing(RemoteFile::path))
                    .toList();
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    static String tag(InputStream content) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[16_384];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /// Temporary files are made for their owner only; a web server must be able to read what is published.
    static void makeReadable(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static boolean isPart(Path name) {
        return name.toString().startsWith(PART_PREFIX) && name.toString().endsWith(PART);
    }

    private static RemoteFile remote(Path root, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String path = root.relativize(file).toString().replace('\\', '/');
            return new RemoteFile(
                    path,
                    Files.size(file),
                    tag(in),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
