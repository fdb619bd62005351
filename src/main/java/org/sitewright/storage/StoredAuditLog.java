package org.sitewright.storage;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sitewright.journal.AuditLog;
import org.sitewright.journal.AuditQuery;
import org.sitewright.journal.AuditRecord;

/// The audit log in the table `audit_logs`, which every unit of work writes.
public final class StoredAuditLog implements AuditLog {
    private final Store store;

    public StoredAuditLog(Store store) {
        this.store = store;
    }

    @Override
    public List<AuditRecord> latest(long before, int count) {
        return store.read(session -> session
                .createSelectionQuery(
                        "from AuditLogRow where sequence < :before order by sequence desc", AuditLogRow.class)
                .setParameter("before", before)
                .setMaxResults(count)
                .getResultList()
                .stream()
                .map(StoredAuditLog::record)
                .toList());
    }

    @Override
    public List<AuditRecord> ofSite(String site, long before, int count) {
        return store.read(session -> session
                .createSelectionQuery(
                        "from AuditLogRow where projectId = :site and sequence < :before order by sequence desc",
                        AuditLogRow.class)
                .setParameter("site", UUID.fromString(site))
                .setParameter("before", before)
                .setMaxResults(count)
                .getResultList()
                .stream()
                .map(StoredAuditLog::record)
                .toList());
    }

    @Override
    public List<AuditRecord> find(AuditQuery query, long before, int count) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("from AuditLogRow where sequence < :before");
        values.put("before", before);
        add(
                where,
                values,
                !query.person().isEmpty(),
                "userId = :person",
                "person",
                () -> UUID.fromString(query.person()));
        add(where, values, !query.site().isEmpty(), "projectId = :site", "site", () -> UUID.fromString(query.site()));
        if (query.action().endsWith(".")) {
            add(where, values, true, "action like :action", "action", () -> query.action() + "%");
        } else {
            add(where, values, !query.action().isEmpty(), "action = :action", "action", query::action);
        }
        add(where, values, !query.resourceType().isEmpty(), "resourceType = :type", "type", query::resourceType);
        add(
                where,
                values,
                !query.words().isBlank(),
                "lower(label) like :words escape '!'",
                "words",
                () -> "%" + escaped(query.words().strip().toLowerCase(Locale.ROOT)) + "%");
        Instant from = query.from();
        Instant until = query.until();
        add(where, values, from != null, "createdAt >= :from", "from", () -> Objects.requireNonNull(from));
        add(where, values, until != null, "createdAt < :until", "until", () -> Objects.requireNonNull(until));
        return store.read(session -> {
            var select = session.createSelectionQuery(where + " order by sequence desc", AuditLogRow.class)
                    .setMaxResults(count);
            values.forEach(select::setParameter);
            return select.getResultList().stream().map(StoredAuditLog::record).toList();
        });
    }

    private static void add(
            StringBuilder where,
            Map<String, Object> values,
            boolean wanted,
            String condition,
            String name,
            Supplier<Object> value) {
        if (wanted) {
            where.append(" and ").append(condition);
            values.put(name, value.get());
        }
    }

    private static String escaped(String words) {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    @Override
    public List<String> actions() {
        return store.read(session -> session.createSelectionQuery(
                        "select distinct action from AuditLogRow order by action", String.class)
                .getResultList());
    }

    private static AuditRecord record(AuditLogRow row) {
        return new AuditRecord(
                row.sequence,
                row.createdAt,
                text(row.userId),
                text(row.projectId),
                row.action,
                row.label,
                row.resourceType,
                row.resourceId,
                row.previousValue,
                row.newValue);
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
