package org.sitewright.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sitewright.site.UserId;

/// Scheduled publishes in memory.
public final class MemorySchedules implements ScheduleRepository {
    private final List<ScheduledPublish> rows = new ArrayList<>();

    @Override
    public synchronized void save(ScheduledPublish scheduled) {
        remove(scheduled);
        rows.add(scheduled);
    }

    @Override
    public synchronized List<ScheduledPublish> list(UserId user) {
        return rows.stream()
                .filter(row -> row.user().equals(user))
                .sorted(Comparator.comparing(ScheduledPublish::due).thenComparing(ScheduledPublish::id))
                .toList();
    }

    @Override
    public synchronized void remove(ScheduledPublish scheduled) {
        rows.removeIf(row -> row.site().equals(scheduled.site()) && row.target().equals(scheduled.target()));
    }
}
