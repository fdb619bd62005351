package org.sitewright.backup;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import org.sitewright.media.MediaStore;
import org.sitewright.site.MediaId;

/// Works out the name of the asset that a medium becomes.
final class AssetReading {
    private AssetReading() {}

    /// Null when the content is not what its name says.
    static @Nullable AssetLine name(MediaStore store, MediaId media, byte[] nameKey) throws IOException {
        Mac mac = Hmac.start(nameKey);
        MessageDigest digest = Hmac.sha256();
        long size = 0;
        try (InputStream in = store.open(media)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                mac.update(buffer, 0, read);
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        return Hmac.hex(digest.digest()).equals(media.sha256())
                ? new AssetLine(media, Names.asset(mac.doFinal()), size)
                : null;
    }
}
