package org.sitewright.publish;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository;

/// Keeps every version of a site that was read, in memory.
public final class MemorySiteMoments implements SiteMoments {
    private final SiteRepository sites;
    private final Clock clock;
    private final Map<Long, Dated> kept = new HashMap<>();

    public MemorySiteMoments(SiteRepository sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Dated> newest(SiteId site) {
        Instant now = clock.instant();
        Optional<Site> found = sites.find(site);
        return found.map(read -> {
            Dated dated = new Dated(read, kept.size() + 1L, now);
            kept.put(dated.sequence(), dated);
            return dated;
        });
    }

    @Override
    public synchronized Optional<Dated> at(SiteId site, long sequence) {
        return Optional.ofNullable(kept.get(sequence))
                .filter(dated -> dated.site().id().equals(site));
    }
}
