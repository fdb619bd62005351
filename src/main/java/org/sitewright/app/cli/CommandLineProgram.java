package org.sitewright.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.sitewright.adapter.keychain.SystemKeychain;
import org.sitewright.secret.Keychain;
import org.sitewright.storage.DataFolderLock;
import org.sitewright.work.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// The command line as a whole: arguments in, exit code out.
public final class CommandLineProgram {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineProgram.class);

    private static final Set<String> NOT_HERE = Set.of("SW-RESTORE-404", "SW-BACKUP-NONE", "SW-BACKUP-MOMENT");

    private CommandLineProgram() {}

    /// Runs one command.
    ///
    /// @return 0 done, 1 failed, 2 wrong usage, 3 nothing like that here, 4 refused, 130 cancelled
    public static int run(Terminal terminal, String... arguments) {
        return run(terminal, new SystemKeychain(), arguments);
    }

    /// The same with another keychain than the computer's.
    static int run(Terminal terminal, Keychain keychain, String... arguments) {
        CommandLine line = commandLine(terminal, keychain);
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        return line.execute(arguments);
    }

    static CommandLine commandLine(Terminal terminal) {
        return commandLine(terminal, new SystemKeychain());
    }

    private static CommandLine commandLine(Terminal terminal, Keychain keychain) {
        Invocation invocation = new Invocation(terminal, keychain);
        CommandLine line = new CommandLine(new Sitewright(invocation), new CommandFactory(invocation));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((fault, command, parsed) -> told(terminal, fault));
        return line;
    }

    private static int told(Terminal terminal, Exception fault) {
        if (fault instanceof CancellationException) {
            terminal.err().println("Cancelled.");
            return ExitCode.CANCELLED;
        }
        if (fault instanceof Problem problem) {
            terminal.err().println(problem.happened() + " " + problem.remedy() + " (" + problem.code() + ")");
            return code(problem);
        }
        LOG.error("A command failed.", fault);
        terminal.err().println("Something went wrong that should not have: " + fault + " (SW-INTERNAL)");
        return ExitCode.FAILED;
    }

    private static int code(Problem problem) {
        if (problem instanceof NotHere || NOT_HERE.contains(problem.code())) {
            return ExitCode.NOT_HERE;
        }
        boolean refused = problem instanceof Refused
                || problem instanceof DataFolderLock.AlreadyOpen
                || problem.code().startsWith("SW-VAULT-PASS");
        return refused ? ExitCode.REFUSED : ExitCode.FAILED;
    }

    /// Gives every command the invocation that it belongs to.
    private record CommandFactory(Invocation invocation) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.cast(type.getDeclaredConstructor(Invocation.class).newInstance(invocation));
            } catch (NoSuchMethodException hasNone) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
