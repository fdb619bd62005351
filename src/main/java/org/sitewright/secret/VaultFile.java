package org.sitewright.secret;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The vault on the disk: `SWV1`, the number of wraps, each wrap, the sealed secrets, the SHA-256 of all that. The
/// checksum tells damage from a wrong passphrase. It is written beside and moved into place; the copy before is kept.
final class VaultFile {
    static final byte[] MAGIC = "SWV1".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKSUM = 32;
    private static final int LONGEST = 16 << 20;

    private final List<KeyWrap> wraps;
    private final byte[] sealed;

    VaultFile(List<KeyWrap> wraps, byte[] sealed) {
        this.wraps = wraps;
        this.sealed = sealed;
    }

    List<KeyWrap> wraps() {
        return wraps;
    }

    byte[] sealed() {
        return sealed;
    }

    static Path previousOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".previous");
    }

    static VaultFile read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.size(file) > LONGEST ? new byte[0] : Files.readAllBytes(file);
        } catch (IOException fault) {
            throw fault instanceof NoSuchFileException ? VaultProblems.noWrap() : VaultProblems.disk(file, fault);
        }
        int length = bytes.length - CHECKSUM;
        if (length < MAGIC.length
                || !MessageDigest.isEqual(
                        checksum(Arrays.copyOf(bytes, length)), Arrays.copyOfRange(bytes, length, bytes.length))) {
            throw VaultProblems.damaged(file, previousOf(file));
        }
        if (!Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw VaultProblems.newer();
        }
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(bytes, MAGIC.length, length - MAGIC.length))) {
            List<KeyWrap> wraps = new ArrayList<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                wraps.add(KeyWrap.read(in));
            }
            return new VaultFile(wraps, in.readNBytes(in.readInt()));
        } catch (IOException cut) {
            throw VaultProblems.damaged(file, previousOf(file));
        }
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path temporary = file.resolveSibling(file.getFileName() + ".new");
            force(temporary, bytes());
            if (Files.exists(file)) {
                Path copy = file.resolveSibling(file.getFileName() + ".copy");
                force(copy, Files.readAllBytes(file));
                Files.move(copy, previousOf(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw VaultProblems.disk(file, fault);
        }
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            out.writeShort(wraps.size());
            for (KeyWrap wrap : wraps) {
                wrap.write(out);
            }
            out.writeInt(sealed.length);
            out.write(sealed);
            out.write(checksum(bytes.toByteArray()));
        }
        return bytes.toByteArray();
    }

    /// Writes a file that only its owner may read, where the file system knows owners.
    private static void force(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static byte[] checksum(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
