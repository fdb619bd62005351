package org.sitewright.ui.media;

import java.time.Clock;
import org.sitewright.media.MediaCrop;
import org.sitewright.media.MediaImport;
import org.sitewright.media.MediaLibrary;
import org.sitewright.media.MediaStore;
import org.sitewright.media.MediaThumbnails;
import org.sitewright.site.SiteRepository;

/// What media screens work on.
public record MediaPorts(SiteRepository sites, MediaLibrary library, Bytes bytes, Clock clock) {
    /// Where bytes are kept and what is made of them.
    public record Bytes(MediaStore store, MediaImport imports, MediaThumbnails thumbnails, MediaCrop crop) {}
}
