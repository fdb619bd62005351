package org.sitewright.billing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sitewright.site.UserId;

/// Keeps payments. Every method is durable when it returns and safe from any thread.
public interface PaymentRepository {
    /// Adds a payment or writes one anew.
    void save(Payment payment);

    Optional<Payment> find(UUID id);

    /// The payments of an account, newest first.
    List<Payment> list(UserId user);
}
