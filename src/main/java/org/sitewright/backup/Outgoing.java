package org.sitewright.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.stream.Stream;
import org.sitewright.blob.BlobProblem;
import org.sitewright.blob.BlobSource;
import org.sitewright.blob.BlobStore;

/// Encrypts and sends one object at a time, small ones by way of memory, large ones by way of a temporary file.
final class Outgoing {
    private static final long IN_MEMORY = 4L << 20;

    private final BlobStore place;
    private final String recipient;
    private final Index index;
    private final Path temporary;

    /// @param temporary a folder for files that may be deleted at any time
    Outgoing(BlobStore place, String recipient, Index index, Path temporary) {
        this.place = place;
        this.recipient = recipient;
        this.index = index;
        this.temporary = temporary;
    }

    /// Writes the plain content of an object.
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /// @param size about how long the content is
    /// @return how many bytes were sent; 0 when the object was there, or another snapshot of that name is
    /// @throws OtherJournal when another computer has written the part of a journal that has this name
    long send(String name, long size, Content content) throws IOException {
        if (size <= IN_MEMORY) {
            Collected bytes = new Collected((int) Age.sizeOf(size));
            try (OutputStream out = Age.encrypting(recipient, bytes)) {
                content.write(out);
            }
            return put(name, bytes.source());
        }
        Path file = encrypted(name, content);
        boolean again = false;
        try {
            return put(name, BlobSource.of(file, sha256(file)));
        } catch (BlobProblem cut) {
            again = name.startsWith(Names.ASSETS) && cut.kind() == BlobProblem.Kind.NETWORK;
            throw cut;
        } finally {
            if (!again) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Encrypting twice gives other bytes, so that what a cut left at the place in parts could not be gone on with. The
    /// encrypted file of an asset, whose name stands for its content, is therefore kept until it was sent.
    private Path encrypted(String name, Content content) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("sending"));
        Path whole = kept(name);
        if (Files.exists(whole)) {
            return whole;
        }
        Path part = Files.createTempFile(folder, "out", ".part");
        try {
            try (OutputStream out =
                    Age.encrypting(recipient, new BufferedOutputStream(Files.newOutputStream(part), 1 << 16))) {
                content.write(out);
            }
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            return Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Lets go of what was kept to be sent again, since it arrived although the answer was lost.
    void arrived(String name, long size) throws IOException {
        if (size > IN_MEMORY) {
            Files.deleteIfExists(kept(name));
        }
    }

    private Path kept(String name) {
        return temporary
                .resolve("sending")
                .resolve(Hmac.hex(Hmac.sha256().digest((recipient + name).getBytes(UTF_8))) + ".age");
    }

    /// Removes what a run that never went on has left.
    static void tidy(Path temporary, Instant before) throws IOException {
        Path folder = temporary.resolve("sending");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Hmac.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Hmac.hex(digest.digest());
    }

    private long put(String name, BlobSource source) throws IOException {
        if (name.startsWith(Names.JOURNAL)) {
            index.begin(name, source.size());
        }
        if (place.putNew(name, source)) {
            index.put(name, source.size(), source.sha256());
            return source.size();
        }
        // Ours, when only the answer to an earlier try was lost.
        MessageDigest digest = Hmac.sha256();
        long size = 0;
        try (InputStream in = place.open(name)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        boolean ours = Hmac.hex(digest.digest()).equals(source.sha256());
        if (!ours && name.startsWith(Names.JOURNAL)) {
            throw new OtherJournal();
        }
        if (!ours && name.startsWith(Names.SNAPSHOTS)) {
            return 0;
        }
        if (size != source.size()) {
            throw BackupProblems.damaged(name, "it is there already and has another length");
        }
        if (ours || index.known(name).isEmpty()) {
            index.put(name, size, ours ? source.sha256() : "");
        }
        return ours ? source.size() : 0;
    }

    /// Bytes in memory that are sent as they lie there, without another copy of them.
    private static final class Collected extends ByteArrayOutputStream {
        Collected(int size) {
            super(size);
        }

        BlobSource source() {
            MessageDigest digest = Hmac.sha256();
            digest.update(buf, 0, count);
            return new BlobSource(count, Hmac.hex(digest.digest()), () -> new ByteArrayInputStream(buf, 0, count));
        }
    }
}
