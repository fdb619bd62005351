package org.sitewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.app.cli.RunProgram.Ran;
import org.sitewright.secret.MemoryKeychain;

/// The vault on the command line, with a keychain and without one.
@Timeout(120)
class KeychainCliTest {
    private static final String PASSPHRASE = "SITEWRIGHT_VAULT_PASSPHRASE";

    @TempDir
    Path temp;

    private RunProgram program;

    @BeforeEach
    void makeAnAccount() {
        program = new RunProgram(temp.resolve("data")).with(PASSPHRASE, "a passphrase");
        Ran made = program.input(
                "four words in a row",
                "account",
                "create",
                "--email",
                "ada@example.org",
                "--name",
                "Ada",
                "--password-stdin");
        assertThat(made.code()).as(made.err()).isZero();
    }

    private Ran backUp(RunProgram from) {
        return from.run("backup", "--now", "--target", "disk");
    }

    @Test
    void opensTheVaultForCommandsUntilItIsTurnedOff() {
        RunProgram with = program.with(new MemoryKeychain());
        with.json(
                "target",
                "add",
                "disk",
                "--kind",
                "folder",
                "--folder",
                temp.resolve("backups").toString());
        assertThat(with.json("account", "keychain").path("keychain").booleanValue())
                .isFalse();
        Ran locked = backUp(with.without(PASSPHRASE));
        assertThat(locked.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(locked.err()).contains("account keychain --on");
        assertThat(with.json("account", "keychain", "--on").path("keychain").booleanValue())
                .isTrue();
        Ran opened = backUp(with.without(PASSPHRASE));
        assertThat(opened.code()).as(opened.err()).isZero();
        assertThat(with.without(PASSPHRASE)
                        .json("account", "keychain", "--off")
                        .path("keychain")
                        .booleanValue())
                .isFalse();
        assertThat(with.without(PASSPHRASE).run("backup", "--drill").code()).isEqualTo(ExitCode.REFUSED);
        Ran asBefore = with.run("backup", "--drill");
        assertThat(asBefore.code()).as(asBefore.err()).isZero();
    }

    @Test
    void withoutAKeychainNothingIsChanged() {
        Ran none = program.run("account", "keychain", "--on");
        assertThat(none.code()).isEqualTo(ExitCode.FAILED);
        assertThat(none.err()).contains("(SW-KEYCHAIN-NONE)");
        assertThat(program.json("account", "keychain").path("keychain").booleanValue())
                .isFalse();
    }

    @Test
    void aComputerWhoseKeychainLostItAsksForThePassphrase() {
        RunProgram with = program.with(new MemoryKeychain());
        with.json("account", "keychain", "--on");
        RunProgram elsewhere = program.without(PASSPHRASE);
        Ran locked = elsewhere.run("account", "keychain", "--off");
        assertThat(locked.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(locked.err()).contains("keychain does not have it");
        assertThat(program.json("account", "keychain").path("keychain").booleanValue())
                .isTrue();
    }
}
