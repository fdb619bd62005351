package org.sitewright.backup;

import java.util.UUID;

/// What a device needs to write backups, none of which opens one.
///
/// @param workspace tells this workspace's backups from another's
/// @param recipient the public half of the age key
/// @param nameKey names assets and seals archives; whoever has the recovery key can work it out
public record BackupKeys(UUID workspace, String recipient, byte[] nameKey) {
    private static final String PURPOSE = "sitewright backup names and seals";

    public static BackupKeys of(UUID workspace, AgeIdentity identity) {
        return new BackupKeys(workspace, identity.recipient(), identity.derive(PURPOSE));
    }

    static byte[] nameKey(AgeIdentity first) {
        return first.derive(PURPOSE);
    }

    /// The same workspace with another key from now on. Names stay, so that no asset is sent anew.
    BackupKeys rotatedTo(AgeIdentity identity) {
        return new BackupKeys(workspace, identity.recipient(), nameKey);
    }
}
