package org.sitewright.ui.account;

import java.util.List;
import org.sitewright.accounts.Account;
import org.sitewright.accounts.SignIn;

/// What the sign-in screens need. Every method may take a second: none is called on the screen's thread. The caller
/// wipes the passwords that it hands in.
public interface AccountGate {
    /// Everybody who has an account here, oldest first.
    List<Account> accounts();

    /// @throws org.sitewright.work.Problem when the e-mail is taken or is none, or name or password will not do
    Account create(String email, String name, char[] password, Account.UserType userType);

    SignIn signIn(String email, char[] password);
}
