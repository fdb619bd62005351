package org.sitewright.storage;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sitewright.billing.Payment;
import org.sitewright.billing.PaymentRepository;
import org.sitewright.site.UserId;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;

/// Payments in their table.
public final class StoredPayments implements PaymentRepository {
    private final Store store;

    public StoredPayments(Store store) {
        this.store = store;
    }

    @Override
    public void save(Payment payment) {
        Act act = Act.of(payment.user(), "payment.save", "Payment", "payment", payment.id());
        store.write(act, unit -> {
            PaymentRow row = new PaymentRow();
            row.id = payment.id();
            row.userId = payment.user().value();
            row.amount = payment.amount();
            row.currency = payment.currency();
            row.status = JsonObject.word(payment.status());
            row.plan = payment.plan();
            row.billingPeriod = payment.billingPeriod();
            row.gateway = JsonObject.word(payment.gateway());
            row.transactionId = payment.transactionId();
            row.invoiceId = payment.invoiceId();
            row.createdAt = payment.createdAt();
            row.completedAt = payment.completedAt();
            unit.put(row);
            unit.tell(Json.object().nullNode(), Json.object().put("status", row.status));
            return payment;
        });
    }

    @Override
    public Optional<Payment> find(UUID id) {
        return store.read(session ->
                Optional.ofNullable(session.get(PaymentRow.class, id)).map(StoredPayments::payment));
    }

    @Override
    public List<Payment> list(UserId user) {
        return store.read(session -> session
                .createSelectionQuery(
                        "from PaymentRow where userId = :user order by createdAt desc, id", PaymentRow.class)
                .setParameter("user", user.value())
                .getResultList()
                .stream()
                .map(StoredPayments::payment)
                .toList());
    }

    private static Payment payment(PaymentRow row) {
        return new Payment(
                row.id,
                new UserId(row.userId),
                row.amount,
                row.currency,
                SiteRows.word(Payment.Status.class, row.status),
                row.plan,
                row.billingPeriod,
                SiteRows.word(Payment.Gateway.class, row.gateway),
                row.transactionId,
                row.invoiceId,
                row.createdAt,
                row.completedAt);
    }
}
