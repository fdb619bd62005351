package org.sitewright.storage;

import java.time.Instant;
import java.util.Optional;
import org.sitewright.history.Moment;
import org.sitewright.publish.SiteMoments;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;

/// Sites with the number of the newest change of the journal that is in them.
public final class StoredSiteMoments implements SiteMoments {
    private static final int TRIES = 3;

    private final Store store;
    private final StoredSites sites;
    private final StoredHistory history;

    public StoredSiteMoments(Store store, StoredSites sites, StoredHistory history) {
        this.store = store;
        this.sites = sites;
        this.history = history;
    }

    /// What is written meanwhile would make number and site disagree: then it is read again, in the end while nothing
    /// may be written.
    @Override
    public Optional<Dated> newest(SiteId site) {
        for (int i = 0; i < TRIES; i++) {
            long before = store.lastApplied();
            Instant now = store.now();
            Optional<Site> found = sites.find(site);
            if (store.lastApplied() == before) {
                return found.map(read -> new Dated(read, before, now));
            }
        }
        return store.whileStill(() -> sites.find(site).map(read -> new Dated(read, store.lastApplied(), store.now())));
    }

    @Override
    public Optional<Dated> at(SiteId site, long sequence) {
        Instant asOf = history.moments(site).stream()
                .filter(moment -> moment.sequence() <= sequence)
                .map(Moment::at)
                .reduce((earlier, later) -> later)
                .orElse(Instant.EPOCH);
        return history.at(site, sequence).map(read -> new Dated(read, sequence, asOf));
    }
}
