package org.sitewright.app;

import org.sitewright.publish.AccessKey;
import org.sitewright.publish.Target;
import org.sitewright.publish.VaultCredentials;
import org.sitewright.ui.publish.TargetKeys;

/// Keeps the keys of targets in the vault of who is signed in.
record SignedInKeys(SignInGate gate) implements TargetKeys {
    @Override
    public boolean isOpen() {
        return gate.hasVault();
    }

    @Override
    public void keep(Target target, AccessKey key) {
        VaultCredentials.keep(gate.vault(), target, key);
    }

    @Override
    public void forget(Target target) {
        gate.vault().delete(target.secretName());
    }
}
