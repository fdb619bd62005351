package org.sitewright.history;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;

/// The past of sites. Reads the disk: never called on the screen's thread. Faults are thrown as
/// `org.sitewright.work.Problem`.
public interface SiteHistory {
    /// Every moment that is kept of a site, oldest first; none for one that is not known. Also of a site in the bin.
    List<Moment> moments(SiteId site);

    /// The site right after the newest change up to `sequence`; empty before its first one. Parts that two moments
    /// share are the same objects.
    Optional<Site> at(SiteId site, long sequence);

    /// The names that moments were given, oldest moment first.
    List<MomentName> names(SiteId site);

    /// @throws IllegalArgumentException when the name is blank or too long
    MomentName name(SiteId site, long sequence, String name, Change change);

    void forget(SiteId site, UUID name, Change change);
}
