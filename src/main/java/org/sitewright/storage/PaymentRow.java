package org.sitewright.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "payments")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PaymentRow extends Row {
    UUID userId;

    long amount;

    String currency;

    String status;

    String plan;

    String billingPeriod;

    String gateway;

    String transactionId;

    String invoiceId;

    Instant createdAt;

    @Nullable
    Instant completedAt;
}
