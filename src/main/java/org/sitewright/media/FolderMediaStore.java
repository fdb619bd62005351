package org.sitewright.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitewright.site.MediaId;
import org.sitewright.work.CancelToken;

/// Keeps media in a folder: `<first two digits>/<sha256>`. A file appears whole or not at all, and is never rewritten.
public final class FolderMediaStore implements MediaStore {
    private final Path root;

    /// @param root the folder, made at the first use
    public FolderMediaStore(Path root) {
        this.root = root;
    }

    /// Several contents wait for the disk at the same time. Who finds a content there waits too: its name may be as
    /// new.
    @Override
    public MediaId put(InputStream content) {
        try {
            MediaId media = take(content, FolderMediaStore::write);
            makeNameDurable(folder(media));
            return media;
        } catch (IOException fault) {
            throw MediaProblems.disk(fault);
        }
    }

    /// Takes in much at once for a store that nobody uses before all of it is there.
    public Filling filling() {
        try {
            return new Filling(Files.getFileStore(Files.createDirectories(root)).getBlockSize());
        } catch (IOException fault) {
            throw MediaProblems.disk(fault);
        }
    }

    /// Many contents, for which the disk is waited for only once: what was put is durable when [#finish] has returned.
    /// Safe to use from any thread.
    public final class Filling implements MediaSink {
        private final long alignment;
        private final Set<MediaId> taken = ConcurrentHashMap.newKeySet();

        private Filling(long alignment) {
            this.alignment = alignment;
        }

        @Override
        public MediaId put(InputStream content) {
            try {
                MediaId media = take(content, this::write);
                taken.add(media);
                return media;
            } catch (IOException fault) {
                throw MediaProblems.disk(fault);
            }
        }

        private void write(InputStream content, Path incoming) throws IOException {
            try (UncachedFile out = new UncachedFile(incoming, alignment)) {
                copy(content, out);
            }
        }

        /// Waits until everything that was put is on the disk under its name.
        ///
        /// @throws java.util.concurrent.CancellationException when that is no longer wanted
        public void finish(CancelToken cancel) {
            try {
                for (MediaId media : taken) {
                    cancel.check();
                    makeDurable(file(media));
                }
                for (Path folder :
                        taken.stream().map(FolderMediaStore.this::folder).collect(Collectors.toSet())) {
                    makeNameDurable(folder);
                }
                makeNameDurable(root);
            } catch (IOException fault) {
                throw MediaProblems.disk(fault);
            }
        }
    }

    private interface Writing {
        void write(InputStream content, Path incoming) throws IOException;
    }

    private MediaId take(InputStream content, Writing writing) throws IOException {
        MessageDigest digest = Sha256.start();
        Path folder = Files.createDirectories(root.resolve("incoming"));
        Path incoming = Files.createTempFile(folder, "new", ".part");
        try {
            writing.write(new DigestInputStream(content, digest), incoming);
            MediaId media = new MediaId(HexFormat.of().formatHex(digest.digest()));
            name(incoming, media);
            return media;
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    @Override
    public boolean has(MediaId media) {
        return Files.isRegularFile(file(media));
    }

    @Override
    public InputStream open(MediaId media) {
        try {
            return Files.newInputStream(file(media));
        } catch (NoSuchFileException missing) {
            throw MediaProblems.missing(media);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public Path path(MediaId media) {
        if (!has(media)) {
            throw MediaProblems.missing(media);
        }
        return file(media);
    }

    @Override
    public long size(MediaId media) {
        try {
            return Files.size(file(media));
        } catch (NoSuchFileException missing) {
            throw MediaProblems.missing(media);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void write(InputStream content, Path incoming) throws IOException {
        try (FileChannel out = FileChannel.open(incoming, StandardOpenOption.WRITE)) {
            copy(content, Channels.newOutputStream(out));
            out.force(true);
        }
    }

    private static void copy(InputStream content, OutputStream out) throws IOException {
        byte[] buffer = new byte[65_536];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            out.write(buffer, 0, read);
        }
    }

    /// Everything that was put here last before a time.
    Set<MediaId> putBefore(Instant time) throws IOException {
        Set<MediaId> found = new LinkedHashSet<>();
        if (!Files.isDirectory(root)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(root, 2)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.matches("[0-9a-f]{64}") && isBefore(file, time)) {
                    found.add(new MediaId(name));
                }
            }
        }
        return found;
    }

    /// Lets go of a content, unless it was put again meanwhile.
    ///
    /// @return the bytes that this frees; 0 when it stays
    synchronized long remove(MediaId media, Instant putBefore) throws IOException {
        Path file = file(media);
        if (!Files.isRegularFile(file) || !isBefore(file, putBefore)) {
            return 0;
        }
        long size = Files.size(file);
        Files.delete(file);
        return size;
    }

    private static boolean isBefore(Path file, Instant time) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isBefore(time);
    }

    private synchronized void name(Path incoming, MediaId media) throws IOException {
        Path file = file(media);
        if (Files.isRegularFile(file) && Files.size(file) == Files.size(incoming)) {
            Files.setLastModifiedTime(file, Files.getLastModifiedTime(incoming));
            return;
        }
        Files.createDirectories(folder(media));
        Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void makeDurable(Path file) throws IOException {
        try (FileChannel content = FileChannel.open(file, StandardOpenOption.WRITE)) {
            content.force(true);
        }
    }

    /// A new name is on the disk only when its folder is. Windows has no such call and does it by itself.
    private static void makeNameDurable(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private Path folder(MediaId media) {
        return root.resolve(media.sha256().substring(0, 2));
    }

    private Path file(MediaId media) {
        return folder(media).resolve(media.sha256());
    }
}
