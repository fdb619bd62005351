package org.sitewright.history;

import java.time.Instant;
import java.util.UUID;

/// What somebody called a moment, to find it again.
///
/// @param sequence of the moment
public record MomentName(UUID id, long sequence, String name, Instant createdAt) {
    /// The longest name, in characters.
    public static final int LONGEST = 100;
}
