package org.sitewright.media;

import java.io.InputStream;
import org.sitewright.site.MediaId;

/// Takes content in and names it by its SHA-256.
@FunctionalInterface
public interface MediaSink {
    /// Reads the stream to its end and does not close it.
    ///
    /// @throws org.sitewright.work.Problem when the stream cannot be read or the content cannot be kept
    MediaId put(InputStream content);
}
