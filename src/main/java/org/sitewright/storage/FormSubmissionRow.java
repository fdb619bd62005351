package org.sitewright.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "form_submissions")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class FormSubmissionRow extends Row {
    UUID formId;

    UUID projectId;

    @JdbcTypeCode(SqlTypes.JSON)
    String dataJson;

    String ipAddress;

    String userAgent;

    Instant createdAt;
}
