package org.sitewright.history;

import java.time.Instant;
import java.util.List;

/// One change of a site as its history tells it; the site right after it is what the moment shows.
///
/// @param sequence its number in the journal
/// @param actor the account that made it, a UUID; empty when the program did
/// @param label in the words of who made it: "Headline of Hero on Home"
public record Moment(long sequence, Instant at, String actor, String action, String label, Touched touched) {
    /// @param paths what differs in its values, as the journal's index has them
    public static Moment of(long sequence, Instant at, String actor, String action, String label, List<String> paths) {
        return new Moment(sequence, at, actor, action, label, Touched.of(action, paths));
    }

    public MomentKind kind() {
        return touched.kind();
    }

    /// Whether the site itself is another after it.
    public boolean isEdit() {
        return action.equals("site.save") || action.equals("site.create");
    }
}
