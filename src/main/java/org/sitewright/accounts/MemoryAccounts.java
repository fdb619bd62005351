package org.sitewright.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitewright.site.UserId;

/// Accounts that are forgotten with the process: for tests and for looking around.
public final class MemoryAccounts implements AccountRepository {
    private final Map<UserId, Account> accounts = new LinkedHashMap<>();

    @Override
    public synchronized boolean add(Account account) {
        if (findByEmail(account.email()).isPresent()) {
            return false;
        }
        accounts.put(account.id(), account);
        return true;
    }

    @Override
    public synchronized void update(Account account, String label) {
        if (accounts.replace(account.id(), account) == null) {
            throw new IllegalStateException("there is no account " + account.id());
        }
    }

    @Override
    public synchronized Optional<Account> find(UserId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public synchronized Optional<Account> findByEmail(String email) {
        return accounts.values().stream()
                .filter(account -> account.email().equals(email))
                .findFirst();
    }

    @Override
    public synchronized List<Account> list() {
        return List.copyOf(accounts.values());
    }
}
