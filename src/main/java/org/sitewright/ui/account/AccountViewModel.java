package org.sitewright.ui.account;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sitewright.accounts.Account;
import org.sitewright.accounts.Session;
import org.sitewright.accounts.SignIn;
import org.sitewright.ui.fx.Work;
import org.sitewright.work.Problem;

/// Making an account, or signing in to one of those that are here.
final class AccountViewModel {
    private final AccountGate gate;
    private final Work work;
    private final Consumer<Session.SignedIn> welcome;
    private final ObservableList<Account> accounts = FXCollections.observableArrayList();
    private final BooleanProperty creating = new SimpleBooleanProperty(true);
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty email = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ObjectProperty<Account.UserType> userType = new SimpleObjectProperty<>(Account.UserType.FREELANCER);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

    /// @param welcome called on the screen's thread when somebody has signed in
    AccountViewModel(AccountGate gate, Work work, Consumer<Session.SignedIn> welcome) {
        this.gate = gate;
        this.work = work;
        this.welcome = welcome;
    }

    void load() {
        work.<List<Account>>run(
                (progress, cancel) -> gate.accounts(),
                found -> {
                    accounts.setAll(found);
                    creating.set(found.isEmpty());
                    if (!found.isEmpty()) {
                        email.set(found.getFirst().email());
                    }
                    loaded.set(true);
                },
                this::failed);
    }

    ObservableList<Account> accounts() {
        return accounts;
    }

    /// Whether the screen makes a new account rather than signing in.
    BooleanProperty creatingProperty() {
        return creating;
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty emailProperty() {
        return email;
    }

    StringProperty passwordProperty() {
        return password;
    }

    ObjectProperty<Account.UserType> userTypeProperty() {
        return userType;
    }

    /// What went wrong and what to do; empty when nothing did.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// How good the password is, 0 (none) to 4.
    static int strength(String password) {
        int length = password.codePointCount(0, password.length());
        long kinds = List.of("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]").stream()
                .filter(kind -> password.matches("(?s).*" + kind + ".*"))
                .count();
        if (length == 0) {
            return 0;
        }
        if (length < 8) {
            return 1;
        }
        int points = (length >= 12 ? 1 : 0) + (length >= 16 ? 1 : 0) + (kinds >= 3 ? 1 : 0);
        return Math.min(4, 2 + points - (password.chars().distinct().count() < 5 ? 1 : 0));
    }

    /// Makes the account, or signs in.
    void go() {
        if (busy.get()) {
            return;
        }
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            problem.set(missing.get());
            return;
        }
        problem.set("");
        busy.set(true);
        boolean create = creating.get();
        String address = email.get();
        String shownName = name.get();
        Account.UserType type = userType.get();
        char[] secret = password.get().toCharArray();
        work.<SignIn>run(
                (progress, cancel) -> {
                    try {
                        if (create) {
                            gate.create(address, shownName, secret, type);
                        }
                        return gate.signIn(address, secret);
                    } finally {
                        Arrays.fill(secret, '\0');
                    }
                },
                this::answered,
                this::failed);
    }

    private Optional<String> missing() {
        if (creating.get() && name.get().isBlank()) {
            return Optional.of("Write your name, as it should be shown.");
        }
        if (email.get().isBlank()) {
            return Optional.of("Write your e-mail address. It stays on this computer.");
        }
        return password.get().isEmpty() ? Optional.of("Write a password.") : Optional.empty();
    }

    private void answered(SignIn answer) {
        busy.set(false);
        switch (answer) {
            case SignIn.Welcome in -> {
                password.set("");
                welcome.accept(in.session());
            }
            case SignIn.Refused refused ->
                problem.set("E-mail and password do not belong together. Check both; capital letters count.");
            case SignIn.Wait wait ->
                problem.set("Too many wrong passwords. Try again in " + wait.seconds() + " seconds.");
        }
    }

    private void failed(Exception fault) {
        busy.set(false);
        problem.set(
                fault instanceof Problem known
                        ? known.happened() + " " + known.remedy()
                        : "That did not work: " + fault.getMessage());
    }
}
