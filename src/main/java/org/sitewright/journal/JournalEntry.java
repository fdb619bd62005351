package org.sitewright.journal;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// One change, told for people and for a replay.
///
/// @param actor the account that did it, a UUID; empty when the program did
/// @param site the site that it changed, a UUID; empty when it changed none
/// @param action what was done in one stable word or two, as `site.save`
/// @param label what was done in the user's words, as "Headline of Hero on Home"
/// @param resourceType what was changed, as `site` or `account`
/// @param previous what differed before, JSON null when there was nothing
/// @param next the same parts afterwards, JSON null when nothing is left
/// @param rows every row that changed, in the order in which they must be written
public record JournalEntry(
        Instant at,
        String actor,
        String site,
        String action,
        String label,
        String resourceType,
        String resourceId,
        JsonNode previous,
        JsonNode next,
        List<RowChange> rows) {
    public JournalEntry {
        rows = List.copyOf(rows);
    }
}
