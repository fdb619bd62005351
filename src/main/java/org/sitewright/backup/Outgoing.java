package org.sitewright.backup;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
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
    /// @return how many bytes were sent; 0 when the object was there
    long send(String name, long size, Content content) throws IOException {
        if (size <= IN_MEMORY) {
            Collected bytes = new Collected((int) Age.sizeOf(size));
            try (OutputStream out = Age.encrypting(recipient, bytes)) {
                content.write(out);
            }
            return put(name, bytes.source());
        }
        Files.createDirectories(temporary);
        Path file = Files.createTempFile(temporary, "out", ".age");
        try {
            MessageDigest digest = Hmac.sha256();
            try (OutputStream out = Age.encrypting(
                    recipient,
                    new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest), 1 << 16))) {
                content.write(out);
            }
            return put(name, BlobSource.of(file, Hmac.hex(digest.digest())));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private long put(String name, BlobSource source) throws IOException {
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
