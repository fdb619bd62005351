package org.sitewright.archive;

import java.util.List;
import org.sitewright.media.MediaItem;
import org.sitewright.site.Site;

/// What a project file holds beside the bytes: the site and what its media library says.
public record SiteArchive(Site site, List<MediaItem> media) {
    /// The version this program writes; it reads no other.
    static final int FORMAT = 1;

    static final String FORMAT_FILE = "format.json";
    static final String SITE_FILE = "site.json";
    static final String MEDIA_FILE = "media.json";
    static final String MEDIA_FOLDER = "media/";

    public SiteArchive {
        media = List.copyOf(media);
    }
}
