package org.sitewright.render;

import java.util.Map;
import org.sitewright.site.PageId;
import org.sitewright.site.SiteId;

/// Keeps what builds remember of the pages of a site. Losing it costs time and nothing else.
public interface BuildRecords {
    /// Remembers nothing: every page is drawn.
    BuildRecords NONE = new BuildRecords() {
        @Override
        public Map<PageId, PageRecord> read(SiteId site) {
            return Map.of();
        }

        @Override
        public void write(SiteId site, Map<PageId, PageRecord> pages, Map<PageId, PageRecord> changed) {
            // Nothing is kept.
        }
    };

    /// What was remembered last; nothing when there is none, or when it is damaged or of another program.
    Map<PageId, PageRecord> read(SiteId site);

    /// Remembers the pages. A disk that refuses it is no reason to fail a build.
    ///
    /// @param pages all that is to be remembered
    /// @param changed those of them that are new or other than before
    void write(SiteId site, Map<PageId, PageRecord> pages, Map<PageId, PageRecord> changed);
}
