package org.sitewright.publish;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.sitewright.publish.Manifest.Entry;

/// A file read from a host that fails at its end when it is not what the record says, so that nothing else is ever
/// published in its name.
final class Checked extends FilterInputStream {
    private final MessageDigest digest;
    private final String path;
    private final String sha256;
    private boolean ended;

    private Checked(InputStream in, MessageDigest digest, String path, String sha256) {
        super(new DigestInputStream(in, digest));
        this.digest = digest;
        this.path = path;
        this.sha256 = sha256;
    }

    static InputStream open(PublishTarget target, String path, Entry entry) {
        try {
            return new Checked(target.open(path), MessageDigest.getInstance("SHA-256"), path, entry.sha256());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read < 0) {
            check();
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0) {
            check();
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void check() {
        if (!ended) {
            ended = true;
            if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                throw new PublishProblem(new PublishFailure.Damaged(
                        "The file " + path + " at the host is not what was once put there.",
                        "Publish the site as it is now instead."));
            }
        }
    }
}
