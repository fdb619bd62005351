package org.sitewright.media;

import java.time.Instant;
import org.sitewright.site.Focal;
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
/// @param focal the point that stays visible where the picture is cut to fit
public record MediaItem(
        SiteId site,
        MediaId media,
        String fileName,
        String contentType,
        int width,
        int height,
        String alt,
        long size,
        Instant createdAt,
        Focal focal) {
    /// With its middle as the focal point.
    public MediaItem(
            SiteId site,
            MediaId media,
            String fileName,
            String contentType,
            int width,
            int height,
            String alt,
            long size,
            Instant createdAt) {
        this(site, media, fileName, contentType, width, height, alt, size, createdAt, Focal.CENTRE);
    }

    public MediaItem withAlt(String changed) {
        return new MediaItem(site, media, fileName, contentType, width, height, changed, size, createdAt, focal);
    }

    public MediaItem withName(String changed) {
        return new MediaItem(site, media, changed, contentType, width, height, alt, size, createdAt, focal);
    }

    public MediaItem withFocal(Focal changed) {
        return new MediaItem(site, media, fileName, contentType, width, height, alt, size, createdAt, changed);
    }

    /// The same medium in the library of another site.
    public MediaItem in(SiteId other) {
        return new MediaItem(other, media, fileName, contentType, width, height, alt, size, createdAt, focal);
    }

    public boolean isPicture() {
        return contentType.startsWith("image/");
    }

    public boolean isVideo() {
        return contentType.startsWith("video/");
    }
}
