package org.sitewright.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "projects")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ProjectRow extends Row {
    UUID userId;

    String name;

    String description;

    String type;

    String idea;

    String requirements;

    String style;

    String colorTheme;

    @JdbcTypeCode(SqlTypes.JSON)
    String theme;

    String language;

    @JdbcTypeCode(SqlTypes.JSON)
    String sharedTop;

    @JdbcTypeCode(SqlTypes.JSON)
    String sharedBottom;

    @JdbcTypeCode(SqlTypes.JSON)
    String parts;

    String status;

    String publishedUrl;

    long visitorsCount;

    long conversions;

    long revenue;

    String revenueCurrency;

    Instant createdAt;

    Instant updatedAt;

    @Nullable
    Instant publishedAt;

    @Nullable
    Instant deletedAt;
}
