package org.sitewright.storage;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sitewright.backup.Backup;
import org.sitewright.backup.BackupRepository;
import org.sitewright.site.SiteId;
import org.sitewright.site.UserId;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;

/// What is known of backups, in their table.
public final class StoredBackups implements BackupRepository {
    private final Store store;

    public StoredBackups(Store store) {
        this.store = store;
    }

    @Override
    public void save(Backup backup) {
        store.write(Act.ofProgram("backup.save", "Backup " + backup.name(), "backup", backup.id()), unit -> {
            BackupRow row = new BackupRow();
            row.id = backup.id();
            row.projectId = backup.site() == null ? null : backup.site().value();
            row.name = backup.name();
            row.backupUrl = backup.url();
            row.size = backup.size();
            row.status = JsonObject.word(backup.status());
            row.automatedBackup = backup.automated();
            row.createdAt = backup.createdAt();
            row.expiresAt = backup.expiresAt();
            row.sent = backup.details().sent();
            row.sequence = backup.details().sequence();
            row.userId =
                    backup.details().by() == null ? null : backup.details().by().value();
            row.provenAt = backup.details().provenAt();
            row.note = backup.details().note();
            unit.put(row);
            unit.tell(Json.object().nullNode(), Json.object().put("status", row.status));
            return backup;
        });
    }

    @Override
    public Optional<Backup> find(UUID id) {
        return store.read(
                session -> Optional.ofNullable(session.get(BackupRow.class, id)).map(StoredBackups::backup));
    }

    @Override
    public List<Backup> list() {
        return store.read(
                session -> session
                        .createSelectionQuery("from BackupRow order by createdAt desc, id", BackupRow.class)
                        .getResultList()
                        .stream()
                        .map(StoredBackups::backup)
                        .toList());
    }

    private static Backup backup(BackupRow row) {
        return new Backup(
                row.id,
                row.projectId == null ? null : new SiteId(row.projectId),
                row.name,
                row.backupUrl,
                row.size,
                SiteRows.word(Backup.Status.class, row.status),
                row.automatedBackup,
                row.createdAt,
                row.expiresAt,
                new Backup.Details(
                        row.sent,
                        row.sequence,
                        row.userId == null ? null : new UserId(row.userId),
                        row.provenAt,
                        row.note));
    }
}
