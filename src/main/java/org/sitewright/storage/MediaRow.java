package org.sitewright.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "media")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class MediaRow extends Row {
    UUID projectId;

    String sha256;

    String fileName;

    String contentType;

    int width;

    int height;

    String alt;

    long size;

    Instant createdAt;

    @Column(name = "focal_x")
    double focalX;

    @Column(name = "focal_y")
    double focalY;
}
