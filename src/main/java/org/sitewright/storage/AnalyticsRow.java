package org.sitewright.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "analytics")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class AnalyticsRow extends Row {
    UUID projectId;

    @Nullable
    UUID pageId;

    String eventType;

    String userId;

    String ipAddress;

    String userAgent;

    String country;

    String city;

    String device;

    String browser;

    Instant timestamp;

    long sessionDuration;
}
