package org.sitewright.storage;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.sitewright.accounts.Account;
import org.sitewright.site.Ids;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;

/// A store with one account, for tests.
final class OpenStore implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final UserId USER = UserId.parse("00000000-0000-4000-8000-00000000000a");
    static final Change CHANGE = new Change(USER, "Headline of Hero on Home");

    final Store store;
    final StoredSites sites;
    final StoredAccounts accounts;

    OpenStore(Path folder) {
        this(folder, StoreOpening.Hooks.NONE);
    }

    OpenStore(Path folder, StoreOpening.Hooks hooks) {
        Ids ids = new Ids(new Random());
        store = StoreOpening.open(folder, Clock.fixed(NOW, ZoneOffset.UTC), ids, hooks);
        sites = new StoredSites(store);
        accounts = new StoredAccounts(store);
        accounts.add(account(USER, "ada@example.org"));
    }

    static Account account(UserId id, String email) {
        return new Account(
                id,
                email,
                "$2a$12$hash",
                new Account.Profile("Ada", Account.UserType.FREELANCER, "", "+47 1", "Ada Ltd"),
                new Account.Security(true, false, 2, NOW),
                new Account.Subscription(Account.Plan.PRO, NOW, null),
                Account.Preferences.DEFAULT,
                new Account.Visits(null, 3, NOW, NOW));
    }

    @Override
    public void close() {
        store.close();
    }
}
