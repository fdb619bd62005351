package org.sitewright.app.cli;

import java.util.Optional;
import org.sitewright.accounts.Account;
import org.sitewright.app.Workspace;
import org.sitewright.publish.PublishTargets;
import org.sitewright.secret.FileVault;
import org.sitewright.secret.SecretVault;

/// The account's keys for the time of one command: its vault is opened when a target first needs it.
final class Keys implements AutoCloseable {
    private final Invocation invocation;
    private final Workspace workspace;
    private final Account account;
    private Optional<FileVault> vault = Optional.empty();

    Keys(Invocation invocation, Workspace workspace, Account account) {
        this.invocation = invocation;
        this.workspace = workspace;
        this.account = account;
    }

    PublishTargets targets() {
        return workspace.openTargets(this::vault);
    }

    private SecretVault vault() {
        if (vault.isEmpty()) {
            vault = Optional.of(invocation.vault(workspace, account));
        }
        return vault.orElseThrow();
    }

    @Override
    public void close() {
        vault.ifPresent(FileVault::close);
    }
}
