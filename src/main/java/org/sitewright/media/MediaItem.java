package org.sitewright.media;

import java.time.Instant;
import org.sitewright.site.MediaId;
import org.sitewright.site.SiteId;

/// A picture or file that a site has.
///
/// @param fileName what it was called where it came from, without folders
/// @param contentType a media type, as `image/jpeg`
/// @param width in pixels, as shown; 0 for what is not a picture
/// @param height in pixels, as shown; 0 for what is not a picture
/// @param alt what a reader says who cannot see it; empty for a decoration or while nobody wrote it
/// @param size in bytes
public record MediaItem(
        SiteId site,
        MediaId media,
        String fileName,
        String contentType,
        int width,
        int height,
        String alt,
        long size,
        Instant createdAt) {
    public MediaItem withAlt(String changed) {
        return new MediaItem(site, media, fileName, contentType, width, height, changed, size, createdAt);
    }
}
