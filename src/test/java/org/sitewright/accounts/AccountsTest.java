package org.sitewright.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.site.Ids;
import org.sitewright.work.Problem;

class AccountsTest {
    private static final String PASSWORD = "four words in a row";

    private final Hands clock = new Hands();
    private final MemoryAccounts repository = new MemoryAccounts();
    private final Accounts accounts =
            new Accounts(repository, clock, new Ids(new Random(1)), new Passwords(4, new SecureRandom()));

    private Account create(String email) {
        return accounts.create(email, "Ada", PASSWORD.toCharArray(), Account.UserType.STUDENT);
    }

    private SignIn signIn(String password) {
        return accounts.signIn("ada@example.org", password.toCharArray());
    }

    @Test
    void whoHasAnAccountSignsIn() {
        Account account = create("  Ada@Example.org ");
        assertThat(account.email()).isEqualTo("ada@example.org");
        assertThat(account.passwordHash()).doesNotContain(PASSWORD);
        assertThat(account.toString()).doesNotContain(account.passwordHash());
        clock.now = clock.now.plusSeconds(60);
        assertThat(accounts.signIn("ADA@example.org", PASSWORD.toCharArray()))
                .isInstanceOfSatisfying(SignIn.Welcome.class, welcome -> {
                    assertThat(welcome.account().visits().lastLogin()).isEqualTo(clock.now);
                    assertThat(welcome.account().visits().loginCount()).isEqualTo(1);
                    assertThat(welcome.session().user()).isEqualTo(account.id());
                    assertThat(welcome.session().lock())
                            .isEqualTo(new Session.Locked(account.id(), "ada@example.org", "Ada"));
                });
        assertThat(accounts.list()).hasSize(1);
    }

    @Test
    void theHashIsBcryptOfCostTwelve() {
        Accounts real = new Accounts(new MemoryAccounts(), clock, new Ids(new Random(2)), new SecureRandom());
        assertThat(real.create("a@b.example", "A", PASSWORD.toCharArray(), Account.UserType.STUDENT)
                        .passwordHash())
                .startsWith("$2a$12$")
                .hasSize(60);
    }

    @Test
    void aSecondAccountWithTheEmailIsRefusedWhateverItsCase() {
        create("ada@example.org");
        assertThatThrownBy(() -> create("ADA@EXAMPLE.ORG")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("SW-ACC-TAKEN");
            assertThat(problem.remedy()).contains("Sign in");
        });
        assertThat(accounts.list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada@", "@example.org", "a b@example.org", "ada@example", "a@b@c.org", "a@b..c"})
    void whatIsNoEmailIsRefused(String email) {
        assertThatThrownBy(() -> create(email))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("SW-ACC-EMAIL"));
    }

    @Test
    void aPasswordOfSevenCharactersOrSeventyThreeBytesIsRefused() {
        assertThatThrownBy(() -> with("1234567")).hasMessageContaining("too short");
        assertThatThrownBy(() -> with("👩‍🍳👩‍🍳")).hasMessageContaining("too short");
        assertThatThrownBy(() -> with("x".repeat(73))).hasMessageContaining("too long");
        assertThatThrownBy(() -> with("é".repeat(37))).hasMessageContaining("too long");
        assertThat(with("x".repeat(72)).name()).isEqualTo("Ada");
    }

    private Account with(String password) {
        return accounts.create("ada@example.org", "Ada", password.toCharArray(), Account.UserType.STUDENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201, 10_000})
    void aNameIsOneToTwoHundredCharacters(int length) {
        assertThatThrownBy(() -> accounts.create(
                        "ada@example.org", "n".repeat(length), PASSWORD.toCharArray(), Account.UserType.STUDENT))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("SW-ACC-NAME"));
    }

    @Test
    void wrongPasswordAndUnknownEmailLookTheSame() {
        create("ada@example.org");
        assertThat(signIn("wrong password")).isEqualTo(new SignIn.Refused());
        assertThat(accounts.signIn("nobody@example.org", PASSWORD.toCharArray()))
                .isEqualTo(new SignIn.Refused());
    }

    @Test
    void theDelayGrowsWithEachFailureAndEndsWithTheRightPassword() {
        create("ada@example.org");
        for (int i = 0; i < 3; i++) {
            assertThat(signIn("wrong password")).isEqualTo(new SignIn.Refused());
        }
        assertThat(signIn(PASSWORD)).isEqualTo(new SignIn.Wait(2));
        clock.now = clock.now.plusSeconds(2);
        assertThat(signIn("wrong password")).isEqualTo(new SignIn.Refused());
        assertThat(signIn(PASSWORD)).isEqualTo(new SignIn.Wait(4));
        clock.now = clock.now.plusSeconds(4);
        assertThat(signIn(PASSWORD)).isInstanceOf(SignIn.Welcome.class);
        assertThat(signIn("wrong password")).isEqualTo(new SignIn.Refused());
        assertThat(signIn(PASSWORD)).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void aClockThatWasSetBackLocksNobodyOut() {
        create("ada@example.org");
        for (int i = 0; i < 5; i++) {
            signIn("wrong password");
        }
        clock.now = clock.now.minusSeconds(86_400);
        assertThat(signIn(PASSWORD)).isInstanceOf(SignIn.Welcome.class);
    }

    /// A clock that a test moves.
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
