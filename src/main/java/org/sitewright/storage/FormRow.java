package org.sitewright.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "forms")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class FormRow extends Row {
    UUID projectId;

    int position;

    @Nullable
    UUID pageId;

    String name;

    @JdbcTypeCode(SqlTypes.JSON)
    String fields;

    String submit;

    String thanks;

    String notificationEmail;

    String webhookUrl;

    long submissionsCount;

    Instant createdAt;

    Instant updatedAt;

    @Nullable
    Instant deletedAt;
}
