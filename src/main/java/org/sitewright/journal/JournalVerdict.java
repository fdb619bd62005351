package org.sitewright.journal;

import java.util.List;

/// What a check of the whole journal found.
public sealed interface JournalVerdict {
    /// @param head the SHA-256 of the newest record, which seals all before it; 64 zeros for an empty journal
    record Whole(long events, long lastSequence, String head) implements JournalVerdict {}

    /// @param places each damage in words: the file, where, and which records are affected
    record Damaged(List<String> places) implements JournalVerdict {
        public Damaged {
            places = List.copyOf(places);
        }
    }
}
