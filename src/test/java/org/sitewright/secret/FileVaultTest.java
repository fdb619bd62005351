package org.sitewright.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.work.Problem;

class FileVaultTest extends SecretVaultContract {
    private static final KeyWrap.Cost CHEAP = new KeyWrap.Cost(64, 1);
    private static final char[] PASSPHRASE = "correct horse".toCharArray();

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("vault");
    }

    private FileVault create() {
        return FileVault.create(file(), FileVault.PASSPHRASE, PASSPHRASE, CHEAP, new SecureRandom());
    }

    private FileVault open(String wrap, String passphrase) {
        return FileVault.open(file(), wrap, passphrase.toCharArray(), CHEAP, new SecureRandom());
    }

    @Override
    SecretVault vault() {
        return create();
    }

    @Test
    void opensWithThePassphraseAndKeepsNothingInClear() throws IOException {
        create().putText("target/1", "AKIA-very-secret".toCharArray());
        try (FileVault vault = open(FileVault.PASSPHRASE, "correct horse")) {
            assertThat(vault.getText("target/1").map(String::new)).contains("AKIA-very-secret");
        }
        assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1))
                .doesNotContain("AKIA")
                .doesNotContain("target/1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void eachWrapOpensTheSameSecrets() {
        try (FileVault vault = create()) {
            vault.putText("a", "1".toCharArray());
            vault.addWrap("account/ada", "ada's password".toCharArray());
        }
        try (FileVault vault = open("account/ada", "ada's password")) {
            assertThat(vault.getText("a").map(String::new)).contains("1");
            vault.addWrap("account/ada", "a new password".toCharArray());
        }
        assertThat(FileVault.wraps(file())).containsExactlyInAnyOrder("passphrase", "account/ada");
        assertProblem("SW-VAULT-PASSPHRASE", () -> open("account/ada", "ada's password"));
        try (FileVault vault = open("account/ada", "a new password")) {
            vault.removeWrap(FileVault.PASSPHRASE);
            assertThatThrownBy(() -> vault.removeWrap("account/ada")).isInstanceOf(IllegalStateException.class);
        }
        assertProblem("SW-VAULT-WRAP", () -> open(FileVault.PASSPHRASE, "correct horse"));
    }

    @Test
    void aWrongPassphraseAndDamageAreToldApart() throws IOException {
        create().putText("a", "1".toCharArray());
        assertProblem("SW-VAULT-PASSPHRASE", () -> open(FileVault.PASSPHRASE, "wrong horse"));
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), flipped);
            assertProblem("SW-VAULT-DAMAGED", () -> open(FileVault.PASSPHRASE, "correct horse"));
        }
        for (int length = 0; length < whole.length; length += 9) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertProblem("SW-VAULT-DAMAGED", () -> open(FileVault.PASSPHRASE, "correct horse"));
        }
    }

    @Test
    void theCopyBeforeTheLastChangeOpens() throws IOException {
        try (FileVault vault = create()) {
            vault.putText("a", "1".toCharArray());
            vault.putText("a", "2".toCharArray());
        }
        Files.move(folder.resolve("vault.previous"), file(), StandardCopyOption.REPLACE_EXISTING);
        try (FileVault vault = open(FileVault.PASSPHRASE, "correct horse")) {
            assertThat(vault.getText("a").map(String::new)).contains("1");
        }
    }

    @Test
    void aClosedVaultGivesNothing() {
        FileVault vault = create();
        vault.close();
        assertProblem("SW-VAULT-CLOSED", () -> vault.get("a"));
    }

    @Test
    void theFullCostOpensToo() {
        SecureRandom random = new SecureRandom();
        FileVault.create(file(), FileVault.PASSPHRASE, PASSPHRASE, random).close();
        FileVault.open(file(), FileVault.PASSPHRASE, PASSPHRASE, random).close();
        assertThat(FileVault.exists(file())).isTrue();
    }

    private static void assertProblem(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }
}
