package org.sitewright.publish;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.sitewright.render.Bytes;
import org.sitewright.render.CacheControl;
import org.sitewright.render.OutputFile;

/// Content of many bytes that are never in memory together. Something can be done once so many were read.
final class LongContent {
    static final long SIZE = 20_000_000;
    private static final String SHA256 = sha256();

    private final AtomicLong read = new AtomicLong();
    private long moment = Long.MAX_VALUE;
    private Runnable then = () -> {};

    OutputFile file(String path) {
        return new OutputFile(
                path, "video/mp4", SHA256, SIZE, CacheControl.IMMUTABLE, Bytes.elsewhere(this::open, SIZE));
    }

    /// @param bytes that are read before, in however many goes
    void after(long bytes, Runnable planned) {
        moment = bytes;
        then = planned;
    }

    /// How many bytes were read after that.
    long readSince() {
        return Math.max(0, read.get() - moment);
    }

    private InputStream open() {
        return new InputStream() {
            private long at;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                int count = (int) Math.min(length, SIZE - at);
                if (count <= 0) {
                    return length == 0 ? 0 : -1;
                }
                fill(into, offset, count, at);
                at += count;
                long before = read.getAndAdd(count);
                if (before < moment && before + count >= moment) {
                    then.run();
                }
                return count;
            }
        };
    }

    private static void fill(byte[] into, int offset, int count, long at) {
        for (int i = 0; i < count; i++) {
            into[offset + i] = (byte) (((at + i) * 31) >> 3);
        }
    }

    private static String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[100_000];
            for (long at = 0; at < SIZE; at += buffer.length) {
                fill(buffer, 0, buffer.length, at);
                digest.update(buffer);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
