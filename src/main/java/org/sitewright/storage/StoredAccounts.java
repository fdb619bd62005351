package org.sitewright.storage;

import java.util.List;
import java.util.Optional;
import org.sitewright.accounts.Account;
import org.sitewright.accounts.AccountRepository;
import org.sitewright.site.UserId;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import tools.jackson.databind.node.ObjectNode;

/// Accounts in the table `users`.
public final class StoredAccounts implements AccountRepository {
    private static final String TYPE = "account";

    private final Store store;

    public StoredAccounts(Store store) {
        this.store = store;
    }

    @Override
    public boolean add(Account account) {
        try {
            return store.write(Act.of(account.id(), "account.create", "Account made", TYPE, account.id()), unit -> {
                UserRow row = new UserRow();
                fill(row, account);
                unit.insert(row);
                unit.tell(Json.object().nullNode(), told(account));
                return true;
            });
        } catch (RuntimeException fault) {
            if (StoreFaults.isUnique(fault)) {
                return false;
            }
            throw fault;
        }
    }

    @Override
    public void update(Account account, String label) {
        store.write(Act.of(account.id(), "account.update", label, TYPE, account.id()), unit -> {
            UserRow row = unit.session().get(UserRow.class, account.id().value());
            if (row == null) {
                throw new IllegalStateException("there is no account " + account.id());
            }
            ObjectNode before = told(account(row));
            fill(row, account);
            unit.update(row);
            unit.tell(before, told(account));
            return account;
        });
    }

    @Override
    public Optional<Account> find(UserId id) {
        return store.read(session ->
                Optional.ofNullable(session.get(UserRow.class, id.value())).map(StoredAccounts::account));
    }

    @Override
    public Optional<Account> findByEmail(String email) {
        return store.read(session -> session
                .createSelectionQuery("from UserRow where email = :email", UserRow.class)
                .setParameter("email", email)
                .getResultList()
                .stream()
                .findFirst()
                .map(StoredAccounts::account));
    }

    @Override
    public List<Account> list() {
        return store.read(session ->
                session
                        .createSelectionQuery("from UserRow order by createdAt, id", UserRow.class)
                        .getResultList()
                        .stream()
                        .map(StoredAccounts::account)
                        .toList());
    }

    /// What the audit log shows of an account: never its password's hash.
    private static ObjectNode told(Account account) {
        return Json.object()
                .put("email", account.email())
                .put("name", account.name())
                .put("userType", JsonObject.word(account.profile().userType()))
                .put("plan", JsonObject.word(account.subscription().plan()))
                .put("failedSignIns", account.security().failedSignIns())
                .put("loginCount", account.visits().loginCount());
    }

    private static void fill(UserRow row, Account account) {
        row.id = account.id().value();
        row.email = account.email();
        row.password = account.passwordHash();
        row.name = account.profile().name();
        row.userType = JsonObject.word(account.profile().userType());
        row.avatar = account.profile().avatar();
        row.phone = account.profile().phone();
        row.company = account.profile().company();
        row.emailVerified = account.security().emailVerified();
        row.twoFactorEnabled = account.security().twoFactorEnabled();
        row.failedSignIns = account.security().failedSignIns();
        row.lastFailedAt = account.security().lastFailedAt();
        row.plan = JsonObject.word(account.subscription().plan());
        row.trialEndsAt = account.subscription().trialEndsAt();
        row.subscriptionEndsAt = account.subscription().subscriptionEndsAt();
        row.theme = JsonObject.word(account.preferences().theme());
        row.language = account.preferences().language();
        Account.Notifications notifications = account.preferences().notifications();
        row.notifications = Json.write(Json.object()
                .put("email", notifications.email())
                .put("push", notifications.push())
                .put("sms", notifications.sms()));
        row.lastLogin = account.visits().lastLogin();
        row.loginCount = account.visits().loginCount();
        row.createdAt = account.visits().createdAt();
        row.updatedAt = account.visits().updatedAt();
    }

    private static Account account(UserRow row) {
        JsonObject notifications = new JsonObject(Json.read(row.notifications), "notifications");
        return new Account(
                new UserId(row.id),
                row.email,
                row.password,
                new Account.Profile(
                        row.name,
                        SiteRows.word(Account.UserType.class, row.userType),
                        row.avatar,
                        row.phone,
                        row.company),
                new Account.Security(row.emailVerified, row.twoFactorEnabled, row.failedSignIns, row.lastFailedAt),
                new Account.Subscription(
                        SiteRows.word(Account.Plan.class, row.plan), row.trialEndsAt, row.subscriptionEndsAt),
                new Account.Preferences(
                        SiteRows.word(Account.Appearance.class, row.theme),
                        row.language,
                        new Account.Notifications(
                                notifications.flag("email"), notifications.flag("push"), notifications.flag("sms"))),
                new Account.Visits(row.lastLogin, row.loginCount, row.createdAt, row.updatedAt));
    }
}
