package org.sitewright.adapter.keychain;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import org.sitewright.secret.Keychain;
import org.sitewright.work.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keychain of the computer that this runs on, connected to for each call. Items are called `Sitewright` there.
public final class SystemKeychain implements Keychain {
    private static final Logger LOG = LoggerFactory.getLogger(SystemKeychain.class);
    private static final String SERVICE = "Sitewright";

    @FunctionalInterface
    private interface Use<T> {
        T of(Keyring keyring) throws PasswordAccessException;
    }

    @Override
    public Optional<char[]> get(String item) {
        return with(keyring -> find(keyring, item)).map(String::toCharArray);
    }

    @Override
    public void put(String item, char[] secret) {
        boolean unused = with(keyring -> {
            keyring.setPassword(SERVICE, item, new String(secret));
            return true;
        });
    }

    @Override
    public void delete(String item) {
        boolean unused = with(keyring -> {
            if (find(keyring, item).isPresent()) {
                keyring.deletePassword(SERVICE, item);
            }
            return true;
        });
    }

    /// Systems do not say apart that there is nothing and that it is not handed out.
    private static Optional<String> find(Keyring keyring, String item) {
        try {
            return Optional.ofNullable(keyring.getPassword(SERVICE, item));
        } catch (PasswordAccessException nothing) {
            return Optional.empty();
        }
    }

    private static <T> T with(Use<T> use) {
        Keyring keyring = open();
        try {
            return use.of(keyring);
        } catch (PasswordAccessException refused) {
            throw new Problem(
                    "SW-KEYCHAIN",
                    "The keychain of this computer did not do it.",
                    "Unlock the keychain, allow Sitewright to use it, then try again.",
                    refused);
        } finally {
            close(keyring);
        }
    }

    private static Keyring open() {
        try {
            return Keyring.create();
        } catch (BackendNotSupportedException | LinkageError none) {
            throw new Problem(
                    "SW-KEYCHAIN-NONE",
                    "This computer has no keychain that answers.",
                    "Sign in to its desktop, and on Linux start GNOME Keyring or KWallet; until then the vault is opened"
                            + " with its passphrase.",
                    none);
        }
    }

    /// What was asked for is done by then.
    private static void close(Keyring keyring) {
        try {
            keyring.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception gone) {
            LOG.debug("The connection to the keychain was gone already", gone);
        }
    }
}
