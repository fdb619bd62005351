package org.sitewright.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "deployments")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class DeploymentRow extends Row {
    UUID projectId;

    UUID userId;

    UUID targetId;

    String status;

    int version;

    int restored;

    long documentSequence;

    String url;

    String hosting;

    String domain;

    String sslStatus;

    String cdnStatus;

    @JdbcTypeCode(SqlTypes.JSON)
    String logs;

    String error;

    int sentFiles;

    long sentBytes;

    int sentDeleted;

    Instant createdAt;

    @Nullable
    Instant completedAt;
}
