package org.sitewright.app.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the command line reads and writes. Results go to `out`, everything else to `err`.
///
/// @param environment the variables of the process
/// @param interactive whether a person sits there who can be asked
public record Terminal(
        InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, boolean interactive) {
    public static Terminal ofProcess() {
        boolean person = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new Terminal(System.in, System.out, System.err, System.getenv(), person);
    }

    /// Asks for a secret without showing it; empty when nobody can be asked.
    Optional<char[]> askSecret(String question) {
        Console console = interactive ? System.console() : null;
        return console == null ? Optional.empty() : Optional.ofNullable(console.readPassword("%s: ", question));
    }

    /// Asks yes or no; no when nobody can be asked.
    boolean askYes(String question) {
        Console console = interactive ? System.console() : null;
        String answer = console == null ? "" : console.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
