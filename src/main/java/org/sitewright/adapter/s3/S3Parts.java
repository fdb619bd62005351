package org.sitewright.adapter.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.sitewright.blob.BlobSource;
import org.sitewright.render.OutputFile;

/// The parts that a large file is sent in, so that a cut costs one part only.
///
/// @param md5 of each part, in order
record S3Parts(BlobSource file, List<byte[]> md5) {
    /// Above this a file of a site goes in parts, which cost the host more requests and work than a whole.
    static final long LARGE = 64L * 1024 * 1024;
    static final int PART = 8 * 1024 * 1024;

    /// Whether a slow line is busy with it for a while.
    static boolean takesLong(OutputFile file) {
        return file.size() > PART;
    }

    static boolean isLarge(OutputFile file) {
        return file.size() > LARGE;
    }

    static S3Parts of(OutputFile file) {
        return of(new BlobSource(file.size(), file.sha256(), file.source()::open));
    }

    static S3Parts of(BlobSource file) {
        List<byte[]> sums = new ArrayList<>();
        try (InputStream in = file.opener().open()) {
            for (long at = 0; at < file.size(); at += PART) {
                sums.add(digest().digest(in.readNBytes((int) Math.min(PART, file.size() - at))));
            }
            return new S3Parts(file, List.copyOf(sums));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    int count() {
        return md5.size();
    }

    /// @param number from 1, as hosts count
    byte[] content(int number) {
        long from = (long) (number - 1) * PART;
        try (InputStream in = file.opener().open()) {
            in.skipNBytes(from);
            return in.readNBytes((int) Math.min(PART, file.size() - from));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    String tag(int number) {
        return HexFormat.of().formatHex(md5.get(number - 1));
    }

    /// The tag that most hosts give to a file sent in parts: the MD5 of the MD5s, and how many there are.
    String tag() {
        MessageDigest all = digest();
        md5.forEach(all::update);
        return HexFormat.of().formatHex(all.digest()) + "-" + count();
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has MD5", missing);
        }
    }
}
