package org.sitewright.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "api_keys")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ApiKeyRow extends Row {
    UUID userId;

    String name;

    String keyHash;

    @JdbcTypeCode(SqlTypes.JSON)
    String permissions;

    @Nullable
    Instant lastUsedAt;

    long requestCount;

    boolean active;

    Instant createdAt;

    @Nullable
    Instant expiresAt;
}
