package org.sitewright.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What was brought back.
///
/// @param sequence right after which change
/// @param at when that was
/// @param files how many media came back
/// @param bytes of them
/// @param warnings what could not be brought back or is no longer as it was, in words
public record Restored(String device, long sequence, Instant at, int files, long bytes, List<String> warnings) {
    public Restored {
        warnings = List.copyOf(warnings);
    }

    /// The same, with something more to be said.
    public Restored warned(String words) {
        List<String> more = new ArrayList<>(warnings);
        more.add(words);
        return new Restored(device, sequence, at, files, bytes, more);
    }
}
