package org.sitewright.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "scheduled_publishes")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ScheduledPublishRow extends Row {
    UUID projectId;

    UUID targetId;

    UUID userId;

    Instant dueAt;

    String whenMissed;

    String status;

    String note;

    Instant createdAt;
}
