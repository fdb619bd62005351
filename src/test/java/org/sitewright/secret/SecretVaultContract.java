package org.sitewright.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What every vault promises.
abstract class SecretVaultContract {
    abstract SecretVault vault();

    @Test
    void givesBackWhatWasPut() {
        SecretVault vault = vault();
        assertThat(vault.get("target/1")).isEmpty();
        vault.put("target/1", new byte[] {1, 2, 0, -1});
        vault.put("target/2", new byte[0]);
        assertThat(vault.get("target/1")).contains(new byte[] {1, 2, 0, -1});
        assertThat(vault.get("target/2")).contains(new byte[0]);
        assertThat(vault.names()).containsExactly("target/1", "target/2");
    }

    @Test
    void replacesAndDeletes() {
        SecretVault vault = vault();
        vault.put("a", new byte[] {1});
        vault.put("a", new byte[] {2});
        assertThat(vault.get("a")).contains(new byte[] {2});
        vault.delete("a");
        vault.delete("a");
        assertThat(vault.get("a")).isEmpty();
        assertThat(vault.names()).isEmpty();
    }

    @Test
    void keepsACopyThatNobodyElseHolds() {
        SecretVault vault = vault();
        byte[] secret = {1, 2, 3};
        vault.put("a", secret);
        secret[0] = 9;
        vault.get("a").orElseThrow()[1] = 9;
        assertThat(vault.get("a")).contains(new byte[] {1, 2, 3});
    }

    @Test
    void keepsTextOfAnyScript() {
        SecretVault vault = vault();
        vault.putText("a", "pass שלום 👩‍🍳".toCharArray());
        assertThat(vault.getText("a").map(String::new)).contains("pass שלום 👩‍🍳");
        assertThat(vault.get("a").map(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                .contains("pass שלום 👩‍🍳");
    }
}
