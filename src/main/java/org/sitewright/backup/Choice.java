package org.sitewright.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which moment to bring back.
///
/// @param device whose journal; empty for the device that backed up last
/// @param sequence right after that change; 0 when the time says it
/// @param at as it was then; null for the newest there is
public record Choice(String device, long sequence, @Nullable Instant at) {
    public static final Choice NEWEST = new Choice("", 0, null);

    public static Choice of(Moment moment) {
        return new Choice(moment.device(), moment.sequence(), null);
    }

    public static Choice at(Instant time) {
        return new Choice("", 0, time);
    }

    public static Choice sequence(long sequence) {
        return new Choice("", sequence, null);
    }
}
