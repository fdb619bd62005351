package org.sitewright.accounts;

/// How trying to sign in ended.
public sealed interface SignIn {
    record Welcome(Account account, Session.SignedIn session) implements SignIn {}

    /// The e-mail is unknown or the password is wrong; which of them is not told.
    record Refused() implements SignIn {}

    /// Too many wrong passwords: not even the right one counts before that many seconds have passed.
    record Wait(long seconds) implements SignIn {}
}
