package org.sitewright.media;

import java.io.InputStream;
import java.nio.file.Path;
import org.sitewright.site.MediaId;

/// Keeps bytes by their SHA-256. What is in it never changes, and is kept once however often it is put. Safe to use
/// from any thread. Faults of the disk are thrown as `org.sitewright.work.Problem`.
public interface MediaStore extends MediaSink {
    /// Keeps the content, durably when this returns; reads the stream to its end and does not close it.
    @Override
    MediaId put(InputStream content);

    boolean has(MediaId media);

    /// Opens the content at its first byte; the caller closes it.
    ///
    /// @throws org.sitewright.work.Problem `SW-MEDIA-404` when it is not here
    InputStream open(MediaId media);

    /// A file with the content, to be read only.
    ///
    /// @throws org.sitewright.work.Problem `SW-MEDIA-404` when it is not here
    Path path(MediaId media);

    /// The length in bytes.
    ///
    /// @throws org.sitewright.work.Problem `SW-MEDIA-404` when it is not here
    long size(MediaId media);
}
