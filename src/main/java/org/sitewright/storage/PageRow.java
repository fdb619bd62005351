package org.sitewright.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "pages")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PageRow extends Row {
    UUID projectId;

    UUID userId;

    int position;

    String name;

    String slug;

    String title;

    String description;

    String icon;

    @JdbcTypeCode(SqlTypes.JSON)
    String sections;

    String metaTitle;

    String metaDescription;

    @JdbcTypeCode(SqlTypes.JSON)
    String keywords;

    String socialImage;

    boolean unlisted;

    boolean published;

    String role;

    boolean inMenu;

    Instant createdAt;

    Instant updatedAt;
}
