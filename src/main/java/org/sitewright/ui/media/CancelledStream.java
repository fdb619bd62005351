package org.sitewright.ui.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.sitewright.work.CancelToken;

/// A stream that ends with a cancellation once somebody asked for it.
final class CancelledStream extends FilterInputStream {
    private final CancelToken cancel;

    CancelledStream(InputStream in, CancelToken cancel) {
        super(in);
        this.cancel = cancel;
    }

    @Override
    public int read() throws IOException {
        cancel.check();
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        cancel.check();
        return super.read(buffer, from, length);
    }
}
