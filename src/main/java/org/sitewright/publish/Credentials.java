package org.sitewright.publish;

/// Where a target gets its key from, each time it needs it.
@FunctionalInterface
public interface Credentials {
    /// @throws org.sitewright.work.Problem when the vault is closed or has no such key
    AccessKey accessKey();
}
