package org.sitewright.accounts;

import java.time.Instant;
import org.sitewright.site.UserId;

/// Who is signed in. A value of the running program, kept nowhere: locking keeps the account chosen and asks for its
/// password again, signing out forgets it.
public sealed interface Session {
    record SignedOut() implements Session {}

    record SignedIn(UserId user, String email, String name, Instant since) implements Session {
        public Session lock() {
            return new Locked(user, email, name);
        }
    }

    record Locked(UserId user, String email, String name) implements Session {}

    static SignedIn of(Account account, Instant since) {
        return new SignedIn(account.id(), account.email(), account.name(), since);
    }
}
