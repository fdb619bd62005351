package org.sitewright.publish;

import java.time.Instant;
import org.sitewright.site.UserId;

/// A place to publish to, set up by an account. Its secrets are in the vault under [#secretName].
///
/// @param name what the account calls it; unique for the account without regard to case
public record Target(TargetId id, UserId owner, String name, TargetSettings settings, Instant createdAt) {
    /// The name under which the vault keeps the secrets of this target.
    public String secretName() {
        return "target/" + id;
    }

    public Target withSettings(TargetSettings changed) {
        return new Target(id, owner, name, changed, createdAt);
    }
}
