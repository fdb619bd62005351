package org.sitewright.storage;

import java.time.Instant;
import java.util.List;
import org.sitewright.analytics.Event;
import org.sitewright.analytics.EventRepository;
import org.sitewright.site.PageId;
import org.sitewright.site.SiteId;
import org.sitewright.site.json.JsonObject;

/// Events in the table `analytics`.
public final class StoredEvents implements EventRepository {
    private final Store store;

    public StoredEvents(Store store) {
        this.store = store;
    }

    @Override
    public void add(List<Event> events) {
        store.write(Act.ofProgram("analytics.add", events.size() + " visits", "analytics", ""), unit -> {
            events.forEach(event -> unit.insert(row(event)));
            return events;
        });
    }

    @Override
    public List<Event> between(SiteId site, Instant from, Instant until) {
        return store.read(session -> session
                .createSelectionQuery(
                        "from AnalyticsRow where projectId = :site and timestamp >= :from and timestamp < :until"
                                + " order by timestamp desc, id",
                        AnalyticsRow.class)
                .setParameter("site", site.value())
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList()
                .stream()
                .map(StoredEvents::event)
                .toList());
    }

    private static AnalyticsRow row(Event event) {
        AnalyticsRow row = new AnalyticsRow();
        row.id = event.id();
        row.projectId = event.site().value();
        row.pageId = event.page() == null ? null : event.page().value();
        row.eventType = event.type();
        row.userId = event.visitor();
        row.ipAddress = event.ipAddress();
        row.userAgent = event.userAgent();
        row.country = event.country();
        row.city = event.city();
        row.device = JsonObject.word(event.device());
        row.browser = event.browser();
        row.timestamp = event.at();
        row.sessionDuration = event.sessionSeconds();
        return row;
    }

    private static Event event(AnalyticsRow row) {
        return new Event(
                row.id,
                new SiteId(row.projectId),
                row.pageId == null ? null : new PageId(row.pageId),
                row.eventType,
                row.userId,
                row.ipAddress,
                row.userAgent,
                row.country,
                row.city,
                SiteRows.word(Event.Device.class, row.device),
                row.browser,
                row.timestamp,
                row.sessionDuration);
    }
}
