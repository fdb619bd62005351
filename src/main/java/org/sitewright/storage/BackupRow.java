package org.sitewright.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "backups")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class BackupRow extends Row {
    @Nullable
    UUID projectId;

    String name;

    String backupUrl;

    long size;

    String status;

    boolean automatedBackup;

    Instant createdAt;

    @Nullable
    Instant expiresAt;

    long sent;

    long sequence;

    @Nullable
    UUID userId;

    @Nullable
    Instant provenAt;

    String note;
}
