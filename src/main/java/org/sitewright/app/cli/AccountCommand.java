package org.sitewright.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "account",
        description = "The people who use this data folder.",
        subcommands = {AccountCommand.Create.class, AccountCommand.All.class, KeychainCommand.class})
final class AccountCommand extends GroupCommand {
    @Command(name = "create", description = "Make an account. It stays on this computer.")
    static final class Create extends WorkspaceCommand {
        @Option(names = "--email", required = true, paramLabel = "E", description = "The e-mail to sign in with.")
        private String email = "";

        @Option(names = "--name", required = true, paramLabel = "N", description = "The name that others see.")
        private String name = "";

        @Option(
                names = "--password-stdin",
                description = "Read the password from the first line of standard input; else it is asked for.")
        private boolean fromInput;

        @Option(
                names = "--user-type",
                paramLabel = "TYPE",
                defaultValue = "freelancer",
                description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
        private Account.UserType userType = Account.UserType.FREELANCER;

        Create(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Workspace workspace) {
            char[] password = fromInput
                    ? invocation().secretFromInput()
                    : invocation()
                            .askSecret("Password")
                            .orElseThrow(
                                    () -> new Refused("No password was given.", "Pipe it in with --password-stdin."));
            try {
                Account made = workspace.accounts().create(email, name, password, userType);
                invocation().show(print(made), List.of("Made the account " + made.email() + "."));
                return ExitCode.DONE;
            } finally {
                Arrays.fill(password, '\0');
            }
        }
    }

    @Command(name = "list", description = "List the accounts of the data folder.")
    static final class All extends WorkspaceCommand {
        All(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Workspace workspace) {
            ArrayNode array = Json.array();
            List<String> lines = new ArrayList<>();
            for (Account account : workspace.accounts().list()) {
                array.add(print(account));
                lines.add(account.email() + "  " + account.name());
            }
            invocation().show(array, lines);
            return ExitCode.DONE;
        }
    }

    private static ObjectNode print(Account account) {
        return Json.object()
                .put("id", account.id().toString())
                .put("email", account.email())
                .put("name", account.name())
                .put("userType", JsonObject.word(account.profile().userType()))
                .put("createdAt", account.visits().createdAt().toString());
    }
}
