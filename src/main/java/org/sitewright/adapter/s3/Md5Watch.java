package org.sitewright.adapter.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.sitewright.blob.BlobSource;

/// Works out the MD5 of what is sent while it is read, to be compared with the tag that the host gives it. Each time
/// it is opened it begins anew.
final class Md5Watch {
    private final BlobSource source;
    private MessageDigest digest = S3Parts.digest();

    Md5Watch(BlobSource source) {
        this.source = source;
    }

    InputStream open() throws IOException {
        MessageDigest fresh = S3Parts.digest();
        digest = fresh;
        return new Watched(source.opener().open(), fresh);
    }

    /// Of what was read since it was opened last.
    String md5() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static final class Watched extends FilterInputStream {
        private final MessageDigest digest;

        Watched(InputStream in, MessageDigest digest) {
            super(in);
            this.digest = digest;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                digest.update((byte) one);
            }
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                digest.update(buffer, offset, count);
            }
            return count;
        }
    }
}
