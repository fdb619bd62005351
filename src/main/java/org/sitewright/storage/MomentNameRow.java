package org.sitewright.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "moment_names")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class MomentNameRow extends Row {
    UUID projectId;

    long sequence;

    String name;

    Instant createdAt;
}
