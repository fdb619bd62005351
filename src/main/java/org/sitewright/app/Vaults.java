package org.sitewright.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.sitewright.secret.FileVault;
import org.sitewright.site.UserId;

/// The vaults of a data folder: one per account, so that nobody's keys open with somebody else's password.
public final class Vaults {
    private final Path folder;
    private final SecureRandom random;

    Vaults(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /// Opens the account's vault with a passphrase, or with the account's password; at the first use it is made.
    ///
    /// @throws org.sitewright.work.Problem `SW-VAULT-PASSPHRASE` when it is neither
    public FileVault open(UserId account, char[] passphrase) {
        Path file = file(account);
        if (!FileVault.exists(file)) {
            return FileVault.create(file, FileVault.PASSPHRASE, passphrase, random);
        }
        boolean ownPassphrase = FileVault.wraps(file).contains(FileVault.PASSPHRASE);
        return FileVault.open(file, ownPassphrase ? FileVault.PASSPHRASE : wrap(account), passphrase, random);
    }

    /// Opens the account's vault at sign-in with the password that was just found right; at the first use it is made.
    /// Empty when it was made with a passphrase that the account's password does not stand for yet: ask for that,
    /// open the vault and call [#remember].
    public Optional<FileVault> signIn(UserId account, char[] password) {
        Path file = file(account);
        if (!FileVault.exists(file)) {
            return Optional.of(FileVault.create(file, wrap(account), password, random));
        }
        return FileVault.wraps(file).contains(wrap(account))
                ? Optional.of(FileVault.open(file, wrap(account), password, random))
                : Optional.empty();
    }

    /// From now on the account's password opens its vault.
    public void remember(UserId account, FileVault vault, char[] password) {
        vault.addWrap(wrap(account), password);
    }

    private Path file(UserId account) {
        return folder.resolve(account + ".vault");
    }

    private static String wrap(UserId account) {
        return "account/" + account;
    }
}
