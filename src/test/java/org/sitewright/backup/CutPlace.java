package org.sitewright.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.sitewright.blob.BlobProblem;
import org.sitewright.blob.BlobSource;
import org.sitewright.blob.BlobStore;
import org.sitewright.blob.PlaceInput;

/// A place whose connection is lost with a request of a given number, and stays lost until it is mended.
final class CutPlace extends AroundPlace {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int last = Integer.MAX_VALUE;
    private volatile Moment moment = Moment.BEFORE;
    private volatile boolean blinks;
    private final Set<String> blinked = ConcurrentHashMap.newKeySet();

    /// When in a request the connection is lost.
    enum Moment {
        /// The place does not hear of it.
        BEFORE,
        /// In the middle of what is sent or read.
        WITHIN,
        /// The place has done it, and the answer is lost.
        AFTER
    }

    CutPlace(BlobStore place) {
        super(place);
    }

    /// @param request the number of the first that is lost, from 1
    void cut(int request, Moment when) {
        asked.set(0);
        moment = when;
        last = request;
    }

    /// From now on the connection breaks once in the middle of each name that is read.
    void blink() {
        blinks = true;
    }

    void mend() {
        cut(Integer.MAX_VALUE, Moment.BEFORE);
    }

    int asked() {
        return asked.get();
    }

    static BlobProblem lost() {
        return new BlobProblem(
                BlobProblem.Kind.NETWORK, "SW-BLOB-NET", "The connection broke.", "Wait a little, then try again.");
    }

    @FunctionalInterface
    private interface Doing<T> {
        T take();
    }

    private <T> T request(Doing<T> whole, Doing<T> within) {
        int number = asked.incrementAndGet();
        if (number < last) {
            return whole.take();
        }
        if (number > last || moment == Moment.BEFORE) {
            throw lost();
        }
        if (moment == Moment.WITHIN) {
            return within.take();
        }
        T unused = whole.take();
        throw lost();
    }

    @Override
    public List<Blob> list(String prefix) {
        return request(() -> super.list(prefix), () -> {
            throw lost();
        });
    }

    @Override
    public boolean putNew(String name, BlobSource source) {
        return request(() -> super.putNew(name, source), () -> {
            try (InputStream in = source.opener().open()) {
                byte[] unused = in.readNBytes((int) source.size() / 2);
                throw lost();
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        });
    }

    @Override
    public InputStream open(String name) {
        return request(() -> blinks && blinked.add(name) ? half(name) : super.open(name), () -> half(name));
    }

    private InputStream half(String name) {
        try (InputStream in = super.open(name)) {
            byte[] bytes = in.readAllBytes();
            InputStream broken = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new SocketException("Connection reset");
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    return read();
                }
            };
            return new PlaceInput(
                    new SequenceInputStream(new ByteArrayInputStream(bytes, 0, bytes.length / 2), broken),
                    fault -> lost());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void delete(Collection<String> names) {
        boolean unused = request(
                () -> {
                    super.delete(names);
                    return true;
                },
                () -> {
                    throw lost();
                });
    }
}
