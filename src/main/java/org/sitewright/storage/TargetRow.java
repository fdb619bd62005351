package org.sitewright.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "targets")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class TargetRow extends Row {
    UUID userId;

    String name;

    String nameKey;

    String kind;

    @JdbcTypeCode(SqlTypes.JSON)
    String settings;

    Instant createdAt;

    Instant updatedAt;

    @Nullable
    UUID stagesFor;
}
