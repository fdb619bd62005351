package org.sitewright.archive;

import java.util.List;
import java.util.Optional;
import org.sitewright.media.MediaItem;
import org.sitewright.site.Site;

/// What a project file holds beside the bytes: the site, what its media library says, and its moments.
///
/// @param moments oldest first
/// @param past what the site was at them; those of which it knows nothing are written as a time and a label
public record SiteArchive(Site site, List<MediaItem> media, List<ArchivedMoment> moments, Past past) {
    /// Reads the past of the site, one moment after another while the file is written, so that a long one is never in
    /// memory as a whole.
    @FunctionalInterface
    public interface Past {
        Optional<Site> at(ArchivedMoment moment);
    }

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

    /// An archive with the moments as they are given, each with its site or without.
    public SiteArchive(Site site, List<MediaItem> media, List<ArchivedMoment> moments) {
        this(site, media, moments, ArchivedMoment::site);
    }

    public SiteArchive(Site site, List<MediaItem> media) {
        this(site, media, List.of());
    }
}
