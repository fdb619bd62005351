package org.sitewright.adapter.keychain;

import org.junit.jupiter.api.Assumptions;
import org.sitewright.secret.Keychain;
import org.sitewright.secret.KeychainContract;

/// The keychain of the computer that this runs on. Only where somebody says so with `-Dsitewright.keychain=live`, since
/// the system may ask its person.
class SystemKeychainTest extends KeychainContract {
    @Override
    protected Keychain keychain() {
        boolean live = "live".equals(System.getProperty("sitewright.keychain"));
        System.out.println(live ? "with this computer's keychain" : "this computer's keychain was not tried");
        Assumptions.assumeTrue(live, "not asked for");
        return new SystemKeychain();
    }
}
