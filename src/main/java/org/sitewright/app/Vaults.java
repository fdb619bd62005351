package org.sitewright.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.sitewright.secret.FileVault;
import org.sitewright.secret.Keychain;
import org.sitewright.secret.KeychainDoor;
import org.sitewright.site.UserId;

/// The vaults of a data folder: one per account, so that nobody's keys open with somebody else's password.
public final class Vaults {
    private final Path folder;
    private final SecureRandom random;
    private final KeychainDoor door;

    Vaults(Path folder, SecureRandom random, Keychain keychain) {
        this.folder = folder;
        this.random = random;
        this.door = new KeychainDoor(keychain, random);
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

    /// Whether the keychain of this computer may open the account's vault.
    public boolean isInKeychain(UserId account) {
        return door.isOn(file(account));
    }

    /// Opens the account's vault with the keychain; empty when that is off or the keychain does not have it.
    public Optional<FileVault> fromKeychain(UserId account) {
        return door.open(file(account), item(account));
    }

    /// Lets the keychain open the account's vault from now on, or no longer.
    ///
    /// @throws org.sitewright.work.Problem `SW-KEYCHAIN-NONE` when this computer has none
    public void keepInKeychain(UserId account, FileVault vault, boolean on) {
        if (on) {
            door.turnOn(vault, item(account));
        } else if (isInKeychain(account)) {
            door.turnOff(vault, item(account));
        }
    }

    private static String item(UserId account) {
        return "vault of account " + account;
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
