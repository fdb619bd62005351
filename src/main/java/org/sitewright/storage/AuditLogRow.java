package org.sitewright.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "audit_logs")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class AuditLogRow extends Row {
    long sequence;

    @Nullable
    UUID userId;

    @Nullable
    UUID projectId;

    String action;

    String label;

    String resourceType;

    String resourceId;

    @JdbcTypeCode(SqlTypes.JSON)
    String previousValue;

    @JdbcTypeCode(SqlTypes.JSON)
    String newValue;

    String ipAddress;

    String userAgent;

    Instant createdAt;
}
