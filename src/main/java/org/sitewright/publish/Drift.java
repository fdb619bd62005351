package org.sitewright.publish;

import java.time.Instant;
import java.util.List;

/// How a host differs from what was published there.
///
/// @param version that is live there; 0 when nothing was published from here
/// @param publishedAt when it was published
/// @param here whether this computer published it, so that its own receipt was compared with
/// @param findings what somebody else did, by path; empty when the host is just as it was left
public record Drift(int version, Instant publishedAt, boolean here, List<Finding> findings) {
    public Drift {
        findings = List.copyOf(findings);
    }

    /// One thing that somebody else did.
    ///
    /// @param words what it means, for a person to read
    public record Finding(String path, Kind kind, String words) {}

    /// What somebody else did with a file.
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }
}
