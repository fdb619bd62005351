package org.sitewright.secret;

class MemoryVaultTest extends SecretVaultContract {
    @Override
    SecretVault vault() {
        return new MemoryVault();
    }
}
