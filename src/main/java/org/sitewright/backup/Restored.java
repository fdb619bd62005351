package org.sitewright.backup;

import java.time.Instant;
import java.util.List;

/// What was brought back.
///
/// @param sequence right after which change
/// @param at when that was
/// @param files how many media came back
/// @param bytes of them
/// @param warnings what of the history could not be brought back, in words
public record Restored(String device, long sequence, Instant at, int files, long bytes, List<String> warnings) {
    public Restored {
        warnings = List.copyOf(warnings);
    }
}
