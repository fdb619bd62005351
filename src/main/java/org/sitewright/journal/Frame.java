package org.sitewright.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// One record on the disk: a marker (4 bytes), the payload's length (4, big endian), the CRC-32C of everything after
/// itself and of the length (4), the SHA-256 of the previous record's hash followed by the payload (32), the payload.
/// The marker ends in a control character that JSON never contains raw, so that reading can take up again after damage.
final class Frame {
    static final int HASH = 32;
    static final int HEADER = 12 + HASH;
    static final int MARKER = 0x5357_451E;

    private final int from;
    private final byte[] hash;
    private final byte[] payload;

    Frame(int from, byte[] hash, byte[] payload) {
        this.from = from;
        this.hash = hash;
        this.payload = payload;
    }

    /// Where the frame begins in its file.
    int from() {
        return from;
    }

    byte[] hash() {
        return hash;
    }

    byte[] payload() {
        return payload;
    }

    int end() {
        return from + HEADER + payload.length;
    }

    static byte[] encode(byte[] previousHash, byte[] payload) {
        byte[] hash = chain(previousHash, payload);
        ByteBuffer frame = ByteBuffer.allocate(HEADER + payload.length);
        frame.putInt(MARKER).putInt(payload.length).putInt(crc(payload.length, hash, payload));
        return frame.put(hash).put(payload).array();
    }

    static byte[] hashOf(byte[] frame) {
        return Arrays.copyOfRange(frame, 12, HEADER);
    }

    static byte[] chain(byte[] previousHash, byte[] payload) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previousHash);
            return digest.digest(payload);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static int crc(int length, byte[] hash, byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(4).putInt(length).flip());
        crc.update(hash);
        crc.update(payload);
        return (int) crc.getValue();
    }
}
