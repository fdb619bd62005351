package org.sitewright.secret;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.sitewright.work.Problem;

/// The way into vaults through the keychain: a wrap of the data key under a random secret, which is the one thing of a
/// vault that the keychain holds. A vault that came to another computer has the wrap and finds no secret there; it is
/// opened with its passphrase as before.
public final class KeychainDoor {
    static final String WRAP = "keychain";
    private static final int SECRET = 32;

    private final Keychain keychain;
    private final SecureRandom random;

    public KeychainDoor(Keychain keychain, SecureRandom random) {
        this.keychain = keychain;
        this.random = random;
    }

    /// Whether the vault has such a way in. The keychain is not asked.
    public boolean isOn(Path file) {
        return FileVault.exists(file) && FileVault.wraps(file).contains(WRAP);
    }

    /// Opens the vault without asking anybody.
    ///
    /// @param item what the secret is called in the keychain
    /// @return empty when this way is off, or this computer's keychain has no secret that fits
    /// @throws Problem `SW-VAULT-DAMAGED` when the file is not what was written
    public Optional<FileVault> open(Path file, String item) {
        if (!isOn(file)) {
            return Optional.empty();
        }
        Optional<char[]> secret = secret(item);
        try {
            return secret.map(found -> FileVault.open(file, WRAP, found, random));
        } catch (Problem another) {
            if (another.code().equals("SW-VAULT-PASSPHRASE")) {
                return Optional.empty();
            }
            throw another;
        } finally {
            secret.ifPresent(found -> Arrays.fill(found, '\0'));
        }
    }

    /// A computer without a keychain opens the vault as it did before.
    private Optional<char[]> secret(String item) {
        try {
            return keychain.get(item);
        } catch (Problem none) {
            if (none.code().startsWith("SW-KEYCHAIN")) {
                return Optional.empty();
            }
            throw none;
        }
    }

    /// Lets the keychain open the vault from now on. A secret that another copy of the vault has there is used as well.
    ///
    /// @throws Problem `SW-KEYCHAIN-NONE` when there is no keychain; nothing was changed then
    public void turnOn(FileVault vault, String item) {
        char[] secret = keychain.get(item).filter(found -> found.length > 0).orElseGet(this::fresh);
        try {
            keychain.put(item, secret);
            vault.addWrap(WRAP, secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private char[] fresh() {
        byte[] bytes = new byte[SECRET];
        random.nextBytes(bytes);
        char[] text = HexFormat.of().formatHex(bytes).toCharArray();
        Arrays.fill(bytes, (byte) 0);
        return text;
    }

    /// Takes this way in away, here and in the keychain.
    public void turnOff(FileVault vault, String item) {
        vault.removeWrap(WRAP);
        try {
            keychain.delete(item);
        } catch (Problem none) {
            // Where there is no keychain, as on the computer a vault was restored to, it has nothing of it either.
            if (!none.code().equals("SW-KEYCHAIN-NONE")) {
                throw none;
            }
        }
    }
}
