package org.sitewright.accounts;

import java.util.List;
import java.util.Optional;
import org.sitewright.site.UserId;

/// Keeps accounts. Every method is durable when it returns and safe from any thread.
public interface AccountRepository {
    /// @return false when another account has the e-mail; nothing was written then
    boolean add(Account account);

    /// Writes an account that was added before.
    ///
    /// @param label what was changed, in the user's words
    void update(Account account, String label);

    Optional<Account> find(UserId id);

    /// @param email in lower case
    Optional<Account> findByEmail(String email);

    /// All accounts, oldest first.
    List<Account> list();
}
