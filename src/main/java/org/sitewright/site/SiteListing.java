package org.sitewright.site;

import java.time.Instant;

/// What a list of sites shows of one of them.
///
/// @param publishedUrl where it can be seen; empty before the first publish, and for a target without an address
/// @param publishedAt the last publish that completed; [Instant#EPOCH] before the first
public record SiteListing(
        SiteId id,
        String name,
        SiteType type,
        SiteStatus status,
        String publishedUrl,
        Instant createdAt,
        Instant updatedAt,
        Instant publishedAt) {
    /// Whether an edit was made after the last publish.
    public boolean changedSincePublish() {
        return publishedAt.isAfter(Instant.EPOCH) && updatedAt.isAfter(publishedAt);
    }
}
