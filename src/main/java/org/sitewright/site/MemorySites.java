package org.sitewright.site;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Sites in memory, for tests and for trying things out.
public final class MemorySites implements SiteRepository {
    private final Clock clock;
    private final Map<SiteId, Kept> sites = new LinkedHashMap<>();

    private record Kept(Site site, SiteListing listing, boolean deleted) {
        Kept with(SiteListing changed) {
            return new Kept(site, changed, deleted);
        }
    }

    public MemorySites(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void create(Site site, Change change) {
        Instant now = clock.instant();
        Kept kept = new Kept(
                site,
                new SiteListing(site.id(), site.name(), site.type(), SiteStatus.DRAFT, "", now, now, Instant.EPOCH),
                false);
        if (sites.putIfAbsent(site.id(), kept) != null) {
            throw new IllegalStateException("there is a site " + site.id());
        }
    }

    @Override
    public synchronized Optional<Site> find(SiteId id) {
        return Optional.ofNullable(sites.get(id))
                .filter(kept -> !kept.deleted())
                .map(Kept::site);
    }

    @Override
    public synchronized List<SiteListing> list(UserId owner) {
        return sites.values().stream()
                .filter(kept -> !kept.deleted() && kept.site().owner().equals(owner))
                .map(Kept::listing)
                .sorted(Comparator.comparing(SiteListing::updatedAt).reversed())
                .toList();
    }

    @Override
    public synchronized Optional<SiteListing> listing(SiteId id) {
        return Optional.ofNullable(sites.get(id))
                .filter(kept -> !kept.deleted())
                .map(Kept::listing);
    }

    @Override
    public synchronized void save(Site after, Change change) {
        change(after.id(), kept -> {
            SiteListing old = kept.listing();
            return new Kept(
                    after,
                    new SiteListing(
                            old.id(),
                            after.name(),
                            after.type(),
                            old.status(),
                            old.publishedUrl(),
                            old.createdAt(),
                            clock.instant(),
                            old.publishedAt()),
                    false);
        });
    }

    @Override
    public synchronized void archive(SiteId id, boolean archived, Change change) {
        change(id, kept -> {
            SiteListing old = kept.listing();
            SiteStatus was = old.publishedUrl().isEmpty() ? SiteStatus.DRAFT : SiteStatus.PUBLISHED;
            return kept.with(status(old, archived ? SiteStatus.ARCHIVED : was, old.publishedUrl(), old.publishedAt()));
        });
    }

    @Override
    public synchronized void delete(SiteId id, Change change) {
        change(id, kept -> new Kept(kept.site(), kept.listing(), true));
    }

    @Override
    public synchronized void restore(SiteId id, Change change) {
        change(id, kept -> new Kept(kept.site(), kept.listing(), false));
    }

    @Override
    public synchronized void markPublished(SiteId id, String url, Instant at, Change change) {
        change(id, kept -> kept.with(status(kept.listing(), SiteStatus.PUBLISHED, url, at)));
    }

    private void change(SiteId id, UnaryOperator<Kept> how) {
        Kept kept = sites.get(id);
        if (kept == null) {
            throw new IllegalStateException("there is no site " + id);
        }
        sites.put(id, how.apply(kept));
    }

    private static SiteListing status(SiteListing old, SiteStatus status, String url, Instant publishedAt) {
        return new SiteListing(
                old.id(), old.name(), old.type(), status, url, old.createdAt(), old.updatedAt(), publishedAt);
    }
}
