package org.sitewright.adapter.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.sitewright.publish.RemoteFile;

/// What is in a folder, with the SHA-256 of each file. Links are not followed; half-written files of ours are left out.
final class FolderListing {
    static final String PART_PREFIX = ".sitewright-";
    static final String PART = ".part";

    private FolderListing() {}

    /// What vanishes while it is looked at, as a temporary file of another thread that got its name, is left out.
    static List<RemoteFile> of(Path root) throws IOException {
        List<RemoteFile> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && !isPart(file.getFileName())) {
                    remote(root, file).ifPresent(files::add);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                if (fault instanceof NoSuchFileException && !file.equals(root)) {
                    return FileVisitResult.CONTINUE;
                }
                throw fault;
            }
        });
        files.sort(Comparator.comparing(RemoteFile::path));
        return files;
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

    private static Optional<RemoteFile> remote(Path root, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String path = root.relativize(file).toString().replace('\\', '/');
            return Optional.of(new RemoteFile(
                    path,
                    Files.size(file),
                    tag(in),
                    Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException vanished) {
            return Optional.empty();
        }
    }
}
