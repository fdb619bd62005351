package org.sitewright.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.crypto.Mac;

/// Adds what is read through it to a MAC.
final class MacInput extends FilterInputStream {
    private final Mac mac;

    MacInput(InputStream in, Mac mac) {
        super(in);
        this.mac = mac;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            mac.update(buffer, offset, count);
        }
        return count;
    }
}
