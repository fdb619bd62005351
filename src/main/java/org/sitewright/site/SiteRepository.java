package org.sitewright.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps sites. Every method is durable when it returns: a kill afterwards loses nothing of it. Safe to call from any
/// thread but the screen's; two calls never mix. Faults of the store are thrown as `org.sitewright.work.Problem`.
public interface SiteRepository {
    /// @throws IllegalStateException when a site of that id exists
    void create(Site site, Change change);

    Optional<Site> find(SiteId id);

    /// The sites of one account, last edited first, archived ones included, deleted ones not.
    List<SiteListing> list(UserId owner);

    Optional<SiteListing> listing(SiteId id);

    /// Writes what differs between the site as it is stored and `after`.
    void save(Site after, Change change);

    void archive(SiteId id, boolean archived, Change change);

    /// Puts a site into the bin, from where [#restore] brings it back whole.
    void delete(SiteId id, Change change);

    void restore(SiteId id, Change change);

    void markPublished(SiteId id, String url, Instant at, Change change);

    /// Who changes something, and what the change is called in the user's words ("Headline of Hero on Home").
    record Change(UserId actor, String label) {}
}
