package org.sitewright.journal;

import java.time.Instant;
import java.util.List;

/// One change as the index of the journal has it: everything but its values and rows, which [JournalIndex#read] gives.
///
/// @param paths what differs in its values, as `pages/<id>/sections/<id>/content/title`; of very many only the first
/// @param rows the rows that it wrote, as `pages/<id>`; those that it took away begin with a minus sign
/// @param spot where it stands
public record IndexedChange(
        long sequence,
        Instant at,
        String actor,
        String site,
        String action,
        String label,
        String resourceType,
        String resourceId,
        List<String> paths,
        List<String> rows,
        Spot spot) {
    public IndexedChange {
        paths = List.copyOf(paths);
        rows = List.copyOf(rows);
    }

    /// A stretch of one file of the journal.
    public record Spot(String segment, long from, int length) {}
}
