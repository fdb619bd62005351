package org.sitewright.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitewright.secret.Keychain;
import org.sitewright.site.json.Json;
import org.sitewright.work.Problem;
import tools.jackson.databind.JsonNode;

/// Runs the command line as a shell would, with a data folder of its own and nobody at the terminal.
final class RunProgram {
    private final Path data;
    private final Map<String, String> environment = new HashMap<>();
    private Keychain keychain = new NoKeychain();

    /// As on a computer without one.
    private static final class NoKeychain implements Keychain {
        private static Problem none() {
            return new Problem("SW-KEYCHAIN-NONE", "There is no keychain.", "Use the passphrase.");
        }

        @Override
        public Optional<char[]> get(String item) {
            throw none();
        }

        @Override
        public void put(String item, char[] secret) {
            throw none();
        }

        @Override
        public void delete(String item) {
            throw none();
        }
    }

    RunProgram(Path data) {
        this.data = data;
        environment.put("SITEWRIGHT_DATA", data.toString());
    }

    RunProgram with(String variable, String value) {
        RunProgram changed = new RunProgram(data);
        changed.environment.putAll(environment);
        changed.keychain = keychain;
        changed.environment.put(variable, value);
        return changed;
    }

    RunProgram with(Keychain other) {
        RunProgram changed = new RunProgram(data);
        changed.environment.putAll(environment);
        changed.keychain = other;
        return changed;
    }

    RunProgram without(String variable) {
        RunProgram changed = with(keychain);
        changed.environment.remove(variable);
        return changed;
    }

    /// What a command left behind.
    record Ran(int code, String out, String err) {
        JsonNode json() {
            return Json.read(out);
        }
    }

    Ran run(String... arguments) {
        return input("", arguments);
    }

    /// Runs with `--json` and expects success.
    JsonNode json(String... arguments) {
        Ran ran = run(Stream.concat(Stream.of("--json"), Stream.of(arguments)).toArray(String[]::new));
        if (ran.code() != 0) {
            throw new AssertionError(ran.code() + ": " + ran.err());
        }
        return ran.json();
    }

    Ran input(String text, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.copyOf(environment),
                false);
        int code = CommandLineProgram.run(terminal, keychain, arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
