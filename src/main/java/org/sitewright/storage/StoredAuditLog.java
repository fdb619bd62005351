package org.sitewright.storage;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sitewright.journal.AuditLog;
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
