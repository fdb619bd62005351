package org.sitewright.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.sitewright.work.Problem;

/// A stream that fails where it goes on for longer than it may.
final class Bounded extends FilterInputStream {
    private final Supplier<Problem> tooLong;
    private long left;

    Bounded(InputStream in, long most, Supplier<Problem> tooLong) {
        super(in);
        this.left = most;
        this.tooLong = tooLong;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw tooLong.get();
        }
    }
}
