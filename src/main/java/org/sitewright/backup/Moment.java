package org.sitewright.backup;

import java.time.Instant;

/// One change that a place can bring back: the workspace as it was right after it.
///
/// @param device whose journal it is in
/// @param site the site that was changed, a UUID; empty when none was
/// @param actor who did it, a UUID; empty when the program did
/// @param label what was done, in the user's words
public record Moment(String device, long sequence, Instant at, String site, String actor, String label) {}
