package org.sitewright.archive;

import java.util.List;
import org.sitewright.media.MediaItem;
import org.sitewright.site.Site;

/// What a project file holds beside the bytes: the site, what its media library says, and its moments.
///
/// @param moments oldest first; those with a site are written with it
public record SiteArchive(Site site, List<MediaItem> media, List<ArchivedMoment> moments) {
    /// The version this program writes; it also reads 1, which has the pages in `site.json` and no moments.
    static final int FORMAT = 2;

    static final String FORMAT_FILE = "format.json";
    static final String README_FILE = "README.txt";
    static final String SITE_FILE = "site.json";
    static final String PAGES_FOLDER = "pages/";
    static final String MEDIA_FILE = "media.json";
    static final String MEDIA_FOLDER = "media/";
    static final String MOMENTS_FILE = "moments.json";
    static final String HISTORY_FOLDER = "history/";

    public SiteArchive {
        media = List.copyOf(media);
        moments = List.copyOf(moments);
    }

    public SiteArchive(Site site, List<MediaItem> media) {
        this(site, media, List.of());
    }
}
