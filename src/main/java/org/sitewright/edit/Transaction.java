package org.sitewright.edit;

import java.util.List;

/// Edits that happen together and are undone together.
///
/// @param label what it is called in the user's words: "Headline of Hero on Home"
/// @param mergeKey edits with the same key within half a second become one undo step; empty never merges
/// @param selection what is chosen afterwards
/// @param source where it came from, so that the one who caused it need not redraw
public record Transaction(String label, String mergeKey, List<Edit> edits, Selection selection, Source source) {
    public Transaction {
        edits = List.copyOf(edits);
    }

    /// Who made the change.
    public enum Source {
        /// Text typed on the page itself, which already shows it.
        CANVAS,
        /// Anything else.
        PANEL
    }
}
