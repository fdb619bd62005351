package org.sitewright.publish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.UserId;

/// A place to publish to, set up by an account. Its secrets are in the vault under [#secretName].
///
/// @param name what the account calls it; unique for the account without regard to case
/// @param stagesFor the target of which this one shows what comes next, so that nobody should find it by searching;
///     null for one that visitors are to find
public record Target(
        TargetId id,
        UserId owner,
        String name,
        TargetSettings settings,
        Instant createdAt,
        @Nullable TargetId stagesFor) {
    public Target {
        if (id.equals(stagesFor)) {
            throw new IllegalArgumentException("a target cannot stage for itself");
        }
    }

    /// A target for visitors.
    public Target(TargetId id, UserId owner, String name, TargetSettings settings, Instant createdAt) {
        this(id, owner, name, settings, createdAt, null);
    }

    public boolean isStaging() {
        return stagesFor != null;
    }

    /// The name under which the vault keeps the secrets of this target.
    public String secretName() {
        return "target/" + id;
    }

    public Target withSettings(TargetSettings changed) {
        return new Target(id, owner, name, changed, createdAt, stagesFor);
    }

    public Target staging(@Nullable TargetId live) {
        return new Target(id, owner, name, settings, createdAt, live);
    }
}
