package org.sitewright.storage;

import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.sitewright.publish.ScheduleRepository;
import org.sitewright.publish.ScheduledPublish;
import org.sitewright.publish.TargetId;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import tools.jackson.databind.node.ObjectNode;

/// Scheduled publishes in their table.
public final class StoredSchedules implements ScheduleRepository {
    private static final String TYPE = "schedule";
    private static final int LONGEST_NOTE = 10_000;

    private final Store store;

    public StoredSchedules(Store store) {
        this.store = store;
    }

    @Override
    public void save(ScheduledPublish scheduled) {
        store.write(act(scheduled, "publish.schedule", "Publish planned"), unit -> {
            Optional<ScheduledPublishRow> there = find(unit.session(), scheduled);
            ScheduledPublishRow row = there.orElseGet(ScheduledPublishRow::new);
            ObjectNode before = there.map(StoredSchedules::told).orElseGet(Json::object);
            row.projectId = scheduled.site().value();
            row.targetId = scheduled.target().value();
            row.userId = scheduled.user().value();
            row.dueAt = scheduled.due();
            row.whenMissed = JsonObject.word(scheduled.whenMissed());
            row.status = JsonObject.word(scheduled.state());
            row.note = scheduled
                    .note()
                    .substring(0, Math.min(LONGEST_NOTE, scheduled.note().length()));
            row.createdAt = scheduled.createdAt();
            if (there.isEmpty()) {
                row.id = scheduled.id();
                unit.insert(row);
            } else {
                unit.update(row);
            }
            unit.tell(there.isEmpty() ? Json.object().nullNode() : before, told(row));
            return scheduled;
        });
    }

    @Override
    public List<ScheduledPublish> list(UserId user) {
        return store.read(session -> session
                .createSelectionQuery(
                        "from ScheduledPublishRow where userId = :user order by dueAt, id", ScheduledPublishRow.class)
                .setParameter("user", user.value())
                .getResultList()
                .stream()
                .map(StoredSchedules::scheduled)
                .toList());
    }

    @Override
    public void remove(ScheduledPublish scheduled) {
        store.write(act(scheduled, "publish.unschedule", "Planned publish taken off"), unit -> {
            find(unit.session(), scheduled).ifPresent(row -> {
                unit.delete(row);
                unit.tell(told(row), Json.object().nullNode());
            });
            return scheduled;
        });
    }

    private static Act act(ScheduledPublish scheduled, String action, String label) {
        return Act.onSite(new Change(scheduled.user(), label), scheduled.site(), action, TYPE, scheduled.target());
    }

    private static Optional<ScheduledPublishRow> find(StatelessSession session, ScheduledPublish scheduled) {
        return session
                .createSelectionQuery(
                        "from ScheduledPublishRow where projectId = :site and targetId = :target",
                        ScheduledPublishRow.class)
                .setParameter("site", scheduled.site().value())
                .setParameter("target", scheduled.target().value())
                .getResultList()
                .stream()
                .findFirst();
    }

    private static ObjectNode told(ScheduledPublishRow row) {
        return Json.object()
                .put("due", row.dueAt.toString())
                .put("whenMissed", row.whenMissed)
                .put("status", row.status)
                .put("note", row.note);
    }

    private static ScheduledPublish scheduled(ScheduledPublishRow row) {
        return new ScheduledPublish(
                row.id,
                new SiteId(row.projectId),
                new TargetId(row.targetId),
                new UserId(row.userId),
                row.dueAt,
                SiteRows.word(ScheduledPublish.WhenMissed.class, row.whenMissed),
                SiteRows.word(ScheduledPublish.State.class, row.status),
                row.note,
                row.createdAt);
    }
}
