package org.sitewright.secret;

class MemoryKeychainTest extends KeychainContract {
    @Override
    protected Keychain keychain() {
        return new MemoryKeychain();
    }
}
