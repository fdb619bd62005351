package org.sitewright.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "components")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ComponentRow extends Row {
    @Nullable
    UUID userId;

    String name;

    String category;

    String html;

    String css;

    String javascript;

    String preview;

    boolean isPublic;

    long downloads;

    Instant createdAt;

    Instant updatedAt;
}
