package org.sitewright.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// What a deployment left at its host. The id is the deployment's.
@Entity
@Table(name = "deployment_receipts")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class DeploymentReceiptRow extends Row {
    @JdbcTypeCode(SqlTypes.CLOB)
    String record;

    String tag;
}
