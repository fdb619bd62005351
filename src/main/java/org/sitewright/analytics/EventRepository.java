package org.sitewright.analytics;

import java.time.Instant;
import java.util.List;
import org.sitewright.site.SiteId;

/// Keeps events. Every method is durable when it returns and safe from any thread.
public interface EventRepository {
    /// Adds events, all or none.
    void add(List<Event> events);

    /// The events of a site from one instant up to but without another, newest first.
    List<Event> between(SiteId site, Instant from, Instant until);
}
