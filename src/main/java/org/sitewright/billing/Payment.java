package org.sitewright.billing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.UserId;

/// A payment for a plan.
///
/// @param amount in minor units of the currency
/// @param currency three letters of ISO 4217
/// @param plan as `pro` or `business`
/// @param billingPeriod as `month` or `year`
/// @param transactionId what the gateway calls it; empty while it has no name
/// @param completedAt when it ended, either way
public record Payment(
        UUID id,
        UserId user,
        long amount,
        String currency,
        Status status,
        String plan,
        String billingPeriod,
        Gateway gateway,
        String transactionId,
        String invoiceId,
        Instant createdAt,
        @Nullable Instant completedAt) {
    /// Where a payment stands.
    public enum Status {
        PENDING,
        COMPLETED,
        FAILED,
        REFUNDED
    }

    /// Who takes the money in.
    public enum Gateway {
        STRIPE,
        RAZORPAY
    }
}
