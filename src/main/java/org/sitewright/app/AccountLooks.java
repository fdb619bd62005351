package org.sitewright.app;

import java.time.Clock;
import org.sitewright.accounts.Account;
import org.sitewright.accounts.AccountRepository;
import org.sitewright.site.UserId;
import org.sitewright.ui.control.Look;
import org.sitewright.ui.shell.LookMemory;

/// Keeps the chosen appearance among the preferences of the account.
final class AccountLooks implements LookMemory {
    private final AccountRepository accounts;
    private final Clock clock;

    AccountLooks(AccountRepository accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Look.Choice choiceOf(UserId user) {
        return accounts.find(user)
                .map(account -> switch (account.preferences().theme()) {
                    case SYSTEM -> Look.Choice.SYSTEM;
                    case LIGHT -> Look.Choice.LIGHT;
                    case DARK -> Look.Choice.DARK;
                })
                .orElse(Look.Choice.SYSTEM);
    }

    @Override
    public void keep(UserId user, Look.Choice choice) {
        Account.Appearance theme =
                switch (choice) {
                    case SYSTEM -> Account.Appearance.SYSTEM;
                    case LIGHT -> Account.Appearance.LIGHT;
                    case DARK -> Account.Appearance.DARK;
                };
        accounts.find(user)
                .filter(account -> account.preferences().theme() != theme)
                .ifPresent(account -> {
                    Account.Preferences now = account.preferences();
                    accounts.update(
                            account.withPreferences(
                                    new Account.Preferences(theme, now.language(), now.notifications()),
                                    clock.instant()),
                            "Appearance");
                });
    }
}
