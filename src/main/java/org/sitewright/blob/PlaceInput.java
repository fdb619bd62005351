package org.sitewright.blob;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.sitewright.work.Problem;

/// The bytes of a name on their way from a place. What breaks on the way is thrown as a [BlobProblem], so that a lost
/// connection is not taken for a fault of this computer's disk, nor for damage of what lies there.
public final class PlaceInput extends FilterInputStream {
    private final Function<Exception, BlobProblem> words;

    /// @param words say what a fault means at this kind of place
    public PlaceInput(InputStream in, Function<Exception, BlobProblem> words) {
        super(in);
        this.words = words;
    }

    @FunctionalInterface
    private interface Step<T> {
        T take() throws IOException;
    }

    private <T> T translated(Step<T> step) {
        try {
            return step.take();
        } catch (Problem told) {
            throw told;
        } catch (IOException | RuntimeException fault) {
            throw words.apply(fault);
        }
    }

    @Override
    public int read() {
        return translated(super::read);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        return translated(() -> super.read(bytes, offset, length));
    }

    @Override
    public long skip(long count) {
        return translated(() -> super.skip(count));
    }

    @Override
    public void close() {
        translated(() -> {
            super.close();
            return true;
        });
    }
}
