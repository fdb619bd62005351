package org.sitewright.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sitewright.site.Ids;
import org.sitewright.site.UserId;
import org.sitewright.work.Problem;

/// Makes accounts and signs people in. A hash takes about a quarter of a second: call it off the screen's thread. It
/// never sleeps; the caller wipes the passwords it hands in.
public final class Accounts {
    private static final int COST = 12;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int FREE_TRIES = 3;
    private static final long LONGEST_WAIT = 900;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@[^\\s@.<>\"]+(\\.[^\\s@.<>\"]+)+");

    private final AccountRepository accounts;
    private final Clock clock;
    private final Ids ids;
    private final Passwords passwords;

    public Accounts(AccountRepository accounts, Clock clock, Ids ids, SecureRandom random) {
        this(accounts, clock, ids, new Passwords(COST, random));
    }

    /// For tests, which need not wait for costly hashes.
    Accounts(AccountRepository accounts, Clock clock, Ids ids, Passwords passwords) {
        this.accounts = accounts;
        this.clock = clock;
        this.ids = ids;
        this.passwords = passwords;
    }

    /// Makes an account.
    ///
    /// @throws Problem when the e-mail is taken or is none, or name or password will not do; it says what to do
    public Account create(String email, String name, char[] password, Account.UserType userType) {
        String address = checkedEmail(email);
        String shown = name.strip();
        if (shown.isEmpty() || shown.codePointCount(0, shown.length()) > LONGEST_NAME) {
            throw new Problem(
                    "SW-ACC-NAME",
                    shown.isEmpty() ? "The name is empty." : "This name is too long.",
                    "Write a name of up to " + LONGEST_NAME + " characters.");
        }
        if (accounts.findByEmail(address).isPresent()) {
            throw taken();
        }
        Instant now = now();
        Account account = new Account(
                new UserId(ids.next()),
                address,
                passwords.hash(password),
                new Account.Profile(shown, userType, "", "", ""),
                Account.Security.NEW,
                Account.Subscription.FREE,
                Account.Preferences.DEFAULT,
                new Account.Visits(null, 0, now, now));
        if (!accounts.add(account)) {
            throw taken();
        }
        return account;
    }

    /// Checks a password. An e-mail that nobody has takes as long as a wrong password. After three wrong ones the next
    /// try must wait, longer each time; the count is stored, so that starting again does not clear it.
    public SignIn signIn(String email, char[] password) {
        Optional<Account> found = accounts.findByEmail(normal(email));
        if (found.isEmpty()) {
            passwords.pretend(password);
            return new SignIn.Refused();
        }
        Account account = found.get();
        Instant now = now();
        long wait = secondsToWait(account.security(), now);
        if (wait > 0) {
            return new SignIn.Wait(wait);
        }
        if (!passwords.matches(password, account.passwordHash())) {
            accounts.update(account.failed(now), "Wrong password");
            return new SignIn.Refused();
        }
        Account welcome = account.signedIn(now);
        accounts.update(welcome, "Signed in");
        return new SignIn.Welcome(welcome, Session.of(welcome, now));
    }

    /// Everybody who has an account here, oldest first.
    public List<Account> list() {
        return accounts.list();
    }

    public Optional<Account> find(String email) {
        return accounts.findByEmail(normal(email));
    }

    private static long secondsToWait(Account.Security security, Instant now) {
        int over = security.failedSignIns() - FREE_TRIES;
        Instant last = security.lastFailedAt();
        if (over < 0 || last == null) {
            return 0;
        }
        Instant free = last.plusSeconds(Math.min(LONGEST_WAIT, 2L << Math.min(over, 20)));
        // A clock that was set back must not lock anybody out.
        return now.isBefore(last) ? 0 : Math.max(0, (Duration.between(now, free).toMillis() + 999) / 1000);
    }

    private static String checkedEmail(String email) {
        String address = normal(email);
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            throw new Problem(
                    "SW-ACC-EMAIL", "This is not an e-mail address.", "Write it as name@example.org, without spaces.");
        }
        return address;
    }

    private static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static Problem taken() {
        return new Problem(
                "SW-ACC-TAKEN",
                "There is an account with this e-mail already.",
                "Sign in with it, or use another e-mail.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
