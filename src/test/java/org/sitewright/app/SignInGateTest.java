package org.sitewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.accounts.Account;
import org.sitewright.accounts.SignIn;
import org.sitewright.secret.FileVault;
import org.sitewright.work.Problem;

class SignInGateTest {
    private static final String PASSWORD = "four words in a row";

    @TempDir
    private Path folder;

    @Test
    void thePasswordOpensTheVaultUntilTheScreenIsLocked() {
        try (Workspace workspace = open()) {
            SignInGate gate = new SignInGate(workspace);
            assertThat(gate.accounts()).isEmpty();
            gate.create("ada@example.org", "Ada", PASSWORD.toCharArray(), Account.UserType.STUDENT);
            assertThat(gate.accounts()).extracting(Account::name).containsExactly("Ada");
            assertThat(gate.hasVault()).isFalse();
            assertThat(gate.signIn("ada@example.org", "wrong words here".toCharArray()))
                    .isInstanceOf(SignIn.Refused.class);
            assertThat(gate.hasVault()).isFalse();
            assertThat(gate.signIn("ada@example.org", PASSWORD.toCharArray())).isInstanceOf(SignIn.Welcome.class);
            gate.vault().put("target/1", "key".getBytes(StandardCharsets.UTF_8));
            gate.lock();
            assertThat(gate.hasVault()).isFalse();
            assertThatThrownBy(gate::vault).isInstanceOf(Problem.class);
            assertThat(gate.signIn("ada@example.org", PASSWORD.toCharArray())).isInstanceOf(SignIn.Welcome.class);
            assertThat(gate.vault().get("target/1")).contains("key".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aVaultUnderAPassphraseOfItsOwnStaysClosed() {
        try (Workspace workspace = open()) {
            SignInGate gate = new SignInGate(workspace);
            Account account = gate.create("ada@example.org", "Ada", PASSWORD.toCharArray(), Account.UserType.STUDENT);
            try (FileVault own = workspace.vaults().open(account.id(), "another passphrase".toCharArray())) {
                own.put("target/1", new byte[] {1});
            }
            assertThat(gate.signIn("ada@example.org", PASSWORD.toCharArray())).isInstanceOf(SignIn.Welcome.class);
            assertThat(gate.hasVault()).isFalse();
            assertThatThrownBy(gate::vault).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.code()).isEqualTo("SW-VAULT-CLOSED");
                assertThat(problem.remedy()).contains("SITEWRIGHT_VAULT_PASSPHRASE");
            });
        }
    }

    private Workspace open() {
        return Workspace.open(folder, DataFolder.assets(), Clock.systemUTC());
    }
}
