package org.sitewright.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One file of the journal, read: its header (`SWJ1`, the first sequence, the hash before it), its frames, and the
/// stretches that could not be read.
final class Segment {
    static final byte[] MAGIC = "SWJ1".getBytes(StandardCharsets.US_ASCII);
    static final int HEADER = MAGIC.length + Long.BYTES + Frame.HASH;

    private final boolean headerWhole;
    private final long firstSequence;
    private final byte[] previousHash;
    private final List<Frame> frames;
    private final List<Gap> gaps;
    private final int end;

    Segment(boolean headerWhole, long firstSequence, byte[] previousHash, List<Frame> frames, List<Gap> gaps, int end) {
        this.headerWhole = headerWhole;
        this.firstSequence = firstSequence;
        this.previousHash = previousHash;
        this.frames = frames;
        this.gaps = gaps;
        this.end = end;
    }

    /// False when not even the header could be read.
    boolean headerWhole() {
        return headerWhole;
    }

    long firstSequence() {
        return firstSequence;
    }

    byte[] previousHash() {
        return previousHash;
    }

    List<Frame> frames() {
        return frames;
    }

    List<Gap> gaps() {
        return gaps;
    }

    /// Where the last readable frame ends.
    int end() {
        return end;
    }
    /// Bytes that hold no readable frame.
    record Gap(int from, int to) {}

    static byte[] header(long firstSequence, byte[] previousHash) {
        return ByteBuffer.allocate(HEADER)
                .put(MAGIC)
                .putLong(firstSequence)
                .put(previousHash)
                .array();
    }

    static Segment read(byte[] file) {
        boolean whole = file.length >= HEADER && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
        ByteBuffer buffer = ByteBuffer.wrap(file);
        long first = whole ? buffer.getLong(MAGIC.length) : 0;
        byte[] previous = whole ? Arrays.copyOfRange(file, HEADER - Frame.HASH, HEADER) : new byte[Frame.HASH];
        List<Frame> frames = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        int at = Math.min(HEADER, file.length);
        int end = at;
        while (at < file.length) {
            Frame frame = frameAt(buffer, at);
            if (frame == null) {
                int next = nextFrame(buffer, at + 1);
                gaps.add(new Gap(at, next));
                at = next;
            } else {
                frames.add(frame);
                at = frame.end();
                end = at;
            }
        }
        return new Segment(whole, first, previous, frames, gaps, end);
    }

    /// Whether unreadable bytes at the end are all that is wrong: what a kill in the middle of a write leaves.
    boolean hasTornTail(int length) {
        return gaps.stream().anyMatch(gap -> gap.to() == length);
    }

    List<Gap> gapsBeforeEnd() {
        return gaps.stream().filter(gap -> gap.from() < end).toList();
    }

    static int nextFrame(ByteBuffer buffer, int from) {
        for (int at = from; at <= buffer.limit() - Frame.HEADER; at++) {
            if (buffer.get(at + 3) == 0x1E && frameAt(buffer, at) != null) {
                return at;
            }
        }
        return buffer.limit();
    }

    static @Nullable Frame frameAt(ByteBuffer buffer, int at) {
        if (buffer.limit() - at < Frame.HEADER || buffer.getInt(at) != Frame.MARKER) {
            return null;
        }
        int length = buffer.getInt(at + 4);
        if (length < 0 || length > buffer.limit() - at - Frame.HEADER) {
            return null;
        }
        byte[] hash = new byte[Frame.HASH];
        byte[] payload = new byte[length];
        buffer.get(at + 12, hash);
        buffer.get(at + Frame.HEADER, payload);
        return buffer.getInt(at + 8) == Frame.crc(length, hash, payload) ? new Frame(at, hash, payload) : null;
    }
}
