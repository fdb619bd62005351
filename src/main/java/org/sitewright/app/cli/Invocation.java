package org.sitewright.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sitewright.accounts.Account;
import org.sitewright.app.DataFolder;
import org.sitewright.app.Workspace;
import org.sitewright.secret.FileVault;
import org.sitewright.secret.Keychain;
import org.sitewright.site.json.Json;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;
import tools.jackson.databind.JsonNode;

/// One call of the program: its global options, what it prints, and who acts.
final class Invocation {
    static final String PASSPHRASE_VARIABLE = "SITEWRIGHT_VAULT_PASSPHRASE";

    private final Terminal terminal;
    private final Keychain keychain;
    private final CancelToken cancel = new CancelToken();
    private Optional<Path> data = Optional.empty();
    private String actingEmail = "";
    private boolean json;
    private boolean quiet;
    private boolean noInput;

    Invocation(Terminal terminal, Keychain keychain) {
        this.terminal = terminal;
        this.keychain = keychain;
    }

    void data(Path folder) {
        data = Optional.of(folder);
    }

    void actAs(String email) {
        actingEmail = email;
    }

    void json(boolean wanted) {
        json = wanted;
    }

    void quiet(boolean wanted) {
        quiet = wanted;
    }

    void noInput(boolean wanted) {
        noInput = wanted;
    }

    CancelToken cancel() {
        return cancel;
    }

    Path dataFolder() {
        return data.orElseGet(() -> DataFolder.usual(terminal.environment()));
    }

    Path assets() {
        return DataFolder.assets();
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    Map<String, String> environment() {
        return terminal.environment();
    }

    Workspace open() {
        Workspace workspace = Workspace.open(dataFolder(), assets(), clock(), keychain);
        workspace.notes().forEach(this::warn);
        return workspace;
    }

    /// The account that acts: the one of `--as`, else the only one.
    Account actor(Workspace workspace) {
        List<Account> all = workspace.accounts().list();
        if (!actingEmail.isEmpty()) {
            String wanted = actingEmail.strip().toLowerCase(Locale.ROOT);
            return all.stream()
                    .filter(account -> account.email().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new Refused(
                            "There is no account " + actingEmail + ".",
                            "See “sitewright account list”, or make one with “sitewright account create”."));
        }
        if (all.isEmpty()) {
            throw new Refused("There is no account yet.", "Make one with “sitewright account create”.");
        }
        if (all.size() > 1) {
            throw new Refused("There are several accounts.", "Say which one acts with --as EMAIL.");
        }
        return all.getFirst();
    }

    /// The account's vault, opened (and at the first use made) with the passphrase of the environment, with the
    /// keychain where that was turned on, or with the passphrase of the person at the terminal.
    FileVault vault(Workspace workspace, Account account) {
        Optional<char[]> given = variable(PASSPHRASE_VARIABLE).map(String::toCharArray);
        return given.isPresent()
                ? open(workspace, account, given)
                : workspace.vaults().fromKeychain(account.id()).orElseGet(() -> open(workspace, account, given));
    }

    private FileVault open(Workspace workspace, Account account, Optional<char[]> given) {
        char[] passphrase = given.or(() -> noInput ? Optional.empty() : terminal.askSecret("Vault passphrase"))
                .orElseThrow(() -> new Refused(
                        "The vault that holds the keys is locked.",
                        "Put its passphrase into the environment variable " + PASSPHRASE_VARIABLE
                                + (workspace.vaults().isInKeychain(account.id())
                                        ? ": this computer's keychain does not have it, or does not answer."
                                        : ", or let the keychain open it with “account keychain --on”.")));
        try {
            return workspace.vaults().open(account.id(), passphrase);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /// The first line of standard input.
    char[] secretFromInput() {
        try {
            byte[] bytes = terminal.in().readAllBytes();
            String text = new String(bytes, StandardCharsets.UTF_8);
            Arrays.fill(bytes, (byte) 0);
            return text.lines().findFirst().orElse("").toCharArray();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// An environment variable that is set and not empty.
    Optional<String> variable(String name) {
        return Optional.ofNullable(terminal.environment().get(name)).filter(value -> !value.isEmpty());
    }

    Optional<char[]> askSecret(String question) {
        return noInput ? Optional.empty() : terminal.askSecret(question);
    }

    /// Whether somebody can be asked.
    boolean canAsk() {
        return terminal.interactive() && !noInput;
    }

    boolean askYes(String question) {
        return canAsk() && terminal.askYes(question);
    }

    /// Prints a result: the JSON when that was asked for, else the lines.
    /// Shows a list without keeping it: a JSON array, entry by entry, or a line for each.
    <T> void each(Iterable<T> all, Function<T, JsonNode> told, Function<T, String> line) {
        String before = "[";
        for (T entry : all) {
            if (json) {
                terminal.out().println(before);
                terminal.out().print(Json.write(told.apply(entry)));
                before = ",";
            } else {
                terminal.out().println(line.apply(entry));
            }
        }
        if (json) {
            terminal.out().println(before.equals("[") ? "[]" : System.lineSeparator() + "]");
        }
        terminal.out().flush();
    }

    void show(JsonNode result, List<String> lines) {
        if (json) {
            terminal.out().println(Json.writePretty(result));
        } else {
            lines.forEach(terminal.out()::println);
        }
        terminal.out().flush();
    }

    /// Says something in passing.
    void say(String message) {
        if (!quiet) {
            terminal.err().println(message);
        }
    }

    void warn(String message) {
        terminal.err().println(message);
    }

    Progress progress() {
        return quiet || json || !terminal.interactive()
                ? Progress.NONE
                : (done, total, step) -> terminal.err().print("\r\033[K" + done + "/" + total + " " + step);
    }
}
