package org.sitewright.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What every keychain promises.
public abstract class KeychainContract {
    /// One that has nothing of the test's yet.
    protected abstract Keychain keychain();

    @Test
    void keepsReplacesAndForgets() {
        Keychain keychain = keychain();
        String item = "contract of a keychain";
        keychain.delete(item);
        assertThat(keychain.get(item)).isEmpty();
        keychain.put(item, "first".toCharArray());
        keychain.put(item, "zwölf Boxkämpfer".toCharArray());
        keychain.put(item + " 2", "other".toCharArray());
        assertThat(keychain.get(item).orElseThrow()).containsExactly("zwölf Boxkämpfer".toCharArray());
        keychain.delete(item);
        keychain.delete(item);
        assertThat(keychain.get(item)).isEmpty();
        assertThat(keychain.get(item + " 2").orElseThrow()).containsExactly("other".toCharArray());
        keychain.delete(item + " 2");
    }
}
