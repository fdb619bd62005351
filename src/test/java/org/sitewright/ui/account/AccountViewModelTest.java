package org.sitewright.ui.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewright.accounts.Account;
import org.sitewright.accounts.Session;
import org.sitewright.accounts.SignIn;
import org.sitewright.site.UserId;
import org.sitewright.ui.fx.SteadyWork;
import org.sitewright.work.Problem;

class AccountViewModelTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final SteadyWork steady = new SteadyWork();
    private final Gate gate = new Gate();
    private final List<Session.SignedIn> welcomed = new ArrayList<>();
    private final AccountViewModel model = new AccountViewModel(gate, steady.work(), welcomed::add);

    @AfterEach
    void close() {
        steady.close();
    }

    @Test
    void theFirstStartMakesAnAccountAndSignsIn() {
        load();
        assertThat(model.creatingProperty().get()).isTrue();
        model.nameProperty().set("Ada");
        model.emailProperty().set("ada@example.org");
        model.passwordProperty().set("four words in a row");
        model.userTypeProperty().set(Account.UserType.STARTUP);
        model.go();
        assertThat(model.busyProperty().get()).isTrue();
        steady.step();
        assertThat(gate.calls).containsExactly("create ada@example.org Ada STARTUP", "sign in ada@example.org");
        assertThat(welcomed).extracting(Session.SignedIn::name).containsExactly("Ada");
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(model.passwordProperty().get()).isEmpty();
    }

    @Test
    void thePasswordIsWipedWhenItHasBeenUsed() {
        load();
        model.nameProperty().set("Ada");
        model.emailProperty().set("ada@example.org");
        model.passwordProperty().set("four words in a row");
        model.go();
        steady.step();
        assertThat(gate.given).allSatisfy(password -> assertThat(password).containsOnly('\0'));
    }

    @Test
    void laterStartsOfferTheAccountsThatAreHere() {
        gate.accounts.add(account("bo@example.org", "Bo"));
        gate.accounts.add(account("cy@example.org", "Cy"));
        load();
        assertThat(model.creatingProperty().get()).isFalse();
        assertThat(model.accounts()).extracting(Account::name).containsExactly("Bo", "Cy");
        assertThat(model.emailProperty().get()).isEqualTo("bo@example.org");
        model.passwordProperty().set("secret words");
        model.go();
        steady.step();
        assertThat(gate.calls).containsExactly("sign in bo@example.org");
        assertThat(welcomed).hasSize(1);
    }

    @Test
    void whatIsMissingIsSaidBeforeAnythingIsTried() {
        load();
        model.go();
        assertThat(model.problemProperty().get()).startsWith("Write your name");
        model.nameProperty().set("Ada");
        model.go();
        assertThat(model.problemProperty().get()).startsWith("Write your e-mail");
        model.emailProperty().set("ada@example.org");
        model.go();
        assertThat(model.problemProperty().get()).isEqualTo("Write a password.");
        assertThat(gate.calls).isEmpty();
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aWrongPasswordAndAForcedWaitAreTold() {
        gate.accounts.add(account("bo@example.org", "Bo"));
        load();
        gate.answer = new SignIn.Refused();
        model.passwordProperty().set("wrong");
        model.go();
        steady.step();
        assertThat(model.problemProperty().get()).contains("do not belong together");
        assertThat(model.passwordProperty().get()).isEqualTo("wrong");
        gate.answer = new SignIn.Wait(8);
        model.go();
        assertThat(model.problemProperty().get()).isEmpty();
        steady.step();
        assertThat(model.problemProperty().get()).contains("8 seconds");
        assertThat(welcomed).isEmpty();
    }

    @Test
    void aFaultSaysWhatToDo() {
        load();
        gate.fault = new Problem("SW-ACC-EMAIL", "This is no e-mail address.", "Check it.");
        model.nameProperty().set("Ada");
        model.emailProperty().set("ada");
        model.passwordProperty().set("four words in a row");
        model.go();
        steady.step();
        assertThat(model.problemProperty().get()).isEqualTo("This is no e-mail address. Check it.");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aSecondClickDoesNotSignInTwice() {
        gate.accounts.add(account("bo@example.org", "Bo"));
        load();
        model.passwordProperty().set("secret words");
        model.go();
        model.go();
        steady.step();
        assertThat(gate.calls).hasSize(1);
        assertThat(steady.isIdle()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'',0", "short,1", "password,2", "aaaaaaaaaaaa,2", "longerthantwelve,4", "Four-words9,3"})
    void passwordsAreWeighed(String password, int strength) {
        assertThat(AccountViewModel.strength(password)).isEqualTo(strength);
    }

    private void load() {
        model.load();
        steady.step();
        assertThat(model.loadedProperty().get()).isTrue();
    }

    private static Account account(String email, String name) {
        return new Account(
                new UserId(UUID.nameUUIDFromBytes(email.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                email,
                "",
                new Account.Profile(name, Account.UserType.STUDENT, "", "", ""),
                Account.Security.NEW,
                Account.Subscription.FREE,
                Account.Preferences.DEFAULT,
                new Account.Visits(null, 0, NOW, NOW));
    }

    private static final class Gate implements AccountGate {
        private final List<Account> accounts = new ArrayList<>();
        private final List<String> calls = new ArrayList<>();
        private final List<char[]> given = new ArrayList<>();
        private SignIn answer = new SignIn.Refused();
        private RuntimeException fault = new IllegalStateException();

        @Override
        public List<Account> accounts() {
            return List.copyOf(accounts);
        }

        @Override
        public Account create(String email, String name, char[] password, Account.UserType userType) {
            calls.add("create " + email + " " + name + " " + userType);
            given.add(password);
            if (fault instanceof Problem) {
                throw fault;
            }
            Account made = account(email, name);
            accounts.add(made);
            return made;
        }

        @Override
        public SignIn signIn(String email, char[] password) {
            calls.add("sign in " + email);
            given.add(password);
            Account account = accounts.stream()
                    .filter(each -> each.email().equals(email))
                    .findFirst()
                    .orElseThrow();
            return !new String(password).equals("wrong")
                    ? new SignIn.Welcome(account, Session.of(account, NOW))
                    : answer;
        }
    }
}
