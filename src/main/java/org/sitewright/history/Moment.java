package org.sitewright.history;

import java.time.Instant;

/// One change of a site as its history tells it; the site right after it is what the moment shows.
///
/// @param sequence its number in the journal
/// @param actor the account that made it, a UUID; empty when the program did
/// @param label in the words of who made it: "Headline of Hero on Home"
public record Moment(long sequence, Instant at, String actor, String action, String label, Touched touched) {
    public MomentKind kind() {
        return touched.kind();
    }

    /// Whether the site itself is another after it.
    public boolean isEdit() {
        return action.equals("site.save") || action.equals("site.create");
    }
}
