package org.sitewright.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeychainDoorTest {
    private static final char[] PASSPHRASE = "a passphrase".toCharArray();
    private static final String ITEM = "vault of Ada";

    @TempDir
    Path temp;

    private final SecureRandom random = new SecureRandom();
    private final MemoryKeychain keychain = new MemoryKeychain();
    private final KeychainDoor door = new KeychainDoor(keychain, random);

    private Path vault() {
        Path file = temp.resolve("a.vault");
        try (FileVault vault = FileVault.create(file, FileVault.PASSPHRASE, PASSPHRASE, random)) {
            vault.putText("key", "secret".toCharArray());
            door.turnOn(vault, ITEM);
        }
        return file;
    }

    private static String key(FileVault vault) {
        return new String(vault.getText("key").orElseThrow());
    }

    @Test
    void opensWithoutAPassphraseUntilItIsTurnedOff() {
        Path file = vault();
        assertThat(door.isOn(file)).isTrue();
        try (FileVault opened = door.open(file, ITEM).orElseThrow()) {
            assertThat(key(opened)).isEqualTo("secret");
            door.turnOff(opened, ITEM);
        }
        assertThat(door.isOn(file)).isFalse();
        assertThat(door.open(file, ITEM)).isEmpty();
        assertThat(keychain.get(ITEM)).isEmpty();
        try (FileVault opened = FileVault.open(file, FileVault.PASSPHRASE, PASSPHRASE, random)) {
            assertThat(key(opened)).isEqualTo("secret");
        }
    }

    /// As after a restore: the file came along, the keychain did not, or has another secret.
    @Test
    void anotherComputersKeychainOpensNothing() {
        Path file = vault();
        MemoryKeychain empty = new MemoryKeychain();
        assertThat(new KeychainDoor(empty, random).open(file, ITEM)).isEmpty();
        empty.put(ITEM, "something else".toCharArray());
        assertThat(new KeychainDoor(empty, random).open(file, ITEM)).isEmpty();
    }

    @Test
    void twoCopiesOfAVaultShareTheSecret() throws IOException {
        Path file = vault();
        Path copy = Files.copy(file, temp.resolve("b.vault"));
        try (FileVault opened = door.open(copy, ITEM).orElseThrow()) {
            door.turnOn(opened, ITEM);
        }
        try (FileVault first = door.open(file, ITEM).orElseThrow();
                FileVault second = door.open(copy, ITEM).orElseThrow()) {
            assertThat(key(first)).isEqualTo(key(second));
        }
    }

    @Test
    void theFileHoldsNothingOfTheSecret() throws IOException {
        Path file = vault();
        String secret = new String(keychain.get(ITEM).orElseThrow());
        assertThat(secret).hasSize(64);
        assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(secret);
    }
}
