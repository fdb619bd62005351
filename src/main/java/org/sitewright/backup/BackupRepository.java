package org.sitewright.backup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps what is known of backups. Every method is durable when it returns and safe from any thread.
public interface BackupRepository {
    /// Adds a backup or writes one anew.
    void save(Backup backup);

    Optional<Backup> find(UUID id);

    /// All backups, newest first.
    List<Backup> list();
}
