package org.sitewright.app.cli;

import java.util.List;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.secret.FileVault;
import org.sitewright.site.json.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "keychain",
        description = "Let the keychain of this computer open the account's vault, so that commands and the scheduler"
                + " need no passphrase, or no longer. Without an option, say whether it does.")
final class KeychainCommand extends WorkspaceCommand {
    @ArgGroup(exclusive = true)
    private Wish wish = new Wish();

    /// What is to be changed; nothing when neither is set.
    static final class Wish {
        @Option(
                names = "--on",
                description = "From now on. Whoever is signed in to this computer as you can use the keys then.")
        private boolean on;

        @Option(names = "--off", description = "No longer; the passphrase is asked for again.")
        private boolean off;
    }

    KeychainCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Workspace workspace) {
        Account account = invocation().actor(workspace);
        if (wish.on || wish.off) {
            try (FileVault vault = invocation().vault(workspace, account)) {
                workspace.vaults().keepInKeychain(account.id(), vault, wish.on);
            }
        }
        boolean on = workspace.vaults().isInKeychain(account.id());
        invocation()
                .show(
                        Json.object().put("keychain", on),
                        List.of(
                                on
                                        ? "The keychain of this computer opens the vault of " + account.email() + "."
                                        : "The vault of " + account.email() + " is opened with its passphrase only."));
        return ExitCode.DONE;
    }
}
