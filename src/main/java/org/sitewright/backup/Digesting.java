package org.sitewright.backup;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.sitewright.media.MediaSink;
import org.sitewright.site.MediaId;

/// Keeps nothing and only tells what would be kept.
final class Digesting implements MediaSink {
    @Override
    public MediaId put(InputStream content) {
        MessageDigest digest = Hmac.sha256();
        byte[] buffer = new byte[1 << 16];
        try {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException fault) {
            throw new org.sitewright.work.Problem(
                    "SW-BACKUP-READ", "A file of the backup cannot be read.", "Try again.", fault);
        }
        return new MediaId(Hmac.hex(digest.digest()));
    }
}
