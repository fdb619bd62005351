package org.sitewright.publish;

import java.time.Instant;
import java.util.Optional;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;

/// Reads sites together with the moment at which they stood so, by which they can be read again. May wait for the disk.
public interface SiteMoments {
    /// A site at one moment.
    ///
    /// @param sequence the number of the moment; 0 where moments are not kept
    /// @param asOf edits made later are not in it
    record Dated(Site site, long sequence, Instant asOf) {}

    /// The site as it is saved now.
    Optional<Dated> newest(SiteId site);

    /// The site as it was at a moment; empty where that is not kept.
    Optional<Dated> at(SiteId site, long sequence);
}
