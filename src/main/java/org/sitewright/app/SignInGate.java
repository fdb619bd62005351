package org.sitewright.app;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitewright.accounts.Account;
import org.sitewright.accounts.SignIn;
import org.sitewright.secret.FileVault;
import org.sitewright.secret.SecretVault;
import org.sitewright.site.UserId;
import org.sitewright.ui.account.AccountGate;
import org.sitewright.ui.shell.KeychainSwitch;
import org.sitewright.work.Problem;

/// Signs people in and opens their vault with the same password. One person at a time.
final class SignInGate implements AccountGate, KeychainSwitch {
    private final Workspace workspace;
    private volatile @Nullable Open open;

    private record Open(Account account, Optional<FileVault> vault) {}

    SignInGate(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public List<Account> accounts() {
        return workspace.accounts().list();
    }

    @Override
    public Account create(String email, String name, char[] password, Account.UserType userType) {
        return workspace.accounts().create(email, name, password, userType);
    }

    @Override
    public SignIn signIn(String email, char[] password) {
        SignIn answer = workspace.accounts().signIn(email, password);
        if (answer instanceof SignIn.Welcome welcome) {
            Account account = welcome.account();
            Vaults vaults = workspace.vaults();
            open = new Open(account, vaults.signIn(account.id(), password).or(() -> vaults.fromKeychain(account.id())));
        }
        return answer;
    }

    /// Who is signed in.
    Optional<UserId> user() {
        return Optional.ofNullable(open).map(now -> now.account().id());
    }

    /// Whether keys can be kept and used now.
    boolean hasVault() {
        Open now = open;
        return now != null && now.vault().isPresent();
    }

    /// Whether the keychain of this computer may open the vault of who is signed in.
    @Override
    public boolean isOn() {
        return user().filter(workspace.vaults()::isInKeychain).isPresent();
    }

    @Override
    public void turn(boolean on) {
        Open now = open;
        if (now == null) {
            throw noVault();
        }
        workspace.vaults().keepInKeychain(now.account().id(), now.vault().orElseThrow(SignInGate::noVault), on);
    }

    /// The vault of who is signed in.
    ///
    /// @throws Problem `SW-VAULT-CLOSED` when it was made on the command line with another passphrase
    SecretVault vault() {
        return Optional.ofNullable(open).flatMap(Open::vault).orElseThrow(SignInGate::noVault);
    }

    private static Problem noVault() {
        return new Problem(
                "SW-VAULT-CLOSED",
                "The keys of this account are under a passphrase of their own.",
                "Publish from the command line with SITEWRIGHT_VAULT_PASSPHRASE, let the keychain open them with"
                        + " “account keychain --on”, or add the target again here.");
    }

    /// Forgets the keys, as at locking and signing out.
    void lock() {
        open = null;
    }
}
