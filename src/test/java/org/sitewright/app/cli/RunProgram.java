package org.sitewright.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.sitewright.site.json.Json;
import tools.jackson.databind.JsonNode;

/// Runs the command line as a shell would, with a data folder of its own and nobody at the terminal.
final class RunProgram {
    private final Path data;
    private final Map<String, String> environment = new HashMap<>();

    RunProgram(Path data) {
        this.data = data;
        environment.put("SITEWRIGHT_DATA", data.toString());
    }

    RunProgram with(String variable, String value) {
        RunProgram changed = new RunProgram(data);
        changed.environment.putAll(environment);
        changed.environment.put(variable, value);
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
        int code = CommandLineProgram.run(terminal, arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
