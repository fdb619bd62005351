package org.sitewright.backup;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a backup run did.
///
/// @param files sent now
/// @param bytes sent now, as they lie there
/// @param snapshot the name of the snapshot that was written; null when none was
/// @param size of all that the snapshot needs there, in bytes
/// @param sequence the newest change that is there now
/// @param warnings what could not be kept, in words
public record Sent(int files, long bytes, @Nullable String snapshot, long size, long sequence, List<String> warnings) {
    public Sent {
        warnings = List.copyOf(warnings);
    }

    Sent warned(String words) {
        List<String> more = new ArrayList<>(warnings);
        more.add(words);
        return new Sent(files, bytes, snapshot, size, sequence, more);
    }

    /// Whether all was there already.
    public boolean isNothing() {
        return files == 0 && snapshot == null;
    }
}
