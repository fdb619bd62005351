package org.sitewright.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Changes that were made in one go: by one person, on one day, without a long break.
///
/// @param moments oldest first, at least one
public record Sitting(List<Moment> moments) {
    private static final Duration BREAK = Duration.ofMinutes(30);

    public Sitting {
        moments = List.copyOf(moments);
    }

    public Instant from() {
        return moments.getFirst().at();
    }

    public Instant until() {
        return moments.getLast().at();
    }

    public String actor() {
        return moments.getFirst().actor();
    }

    /// @param moments oldest first
    /// @return oldest first
    public static List<Sitting> of(List<Moment> moments, ZoneId zone) {
        List<Sitting> sittings = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= moments.size(); i++) {
            if (i == moments.size() || parted(moments.get(i - 1), moments.get(i), zone)) {
                sittings.add(new Sitting(moments.subList(start, i)));
                start = i;
            }
        }
        return sittings;
    }

    private static boolean parted(Moment before, Moment after, ZoneId zone) {
        return !before.actor().equals(after.actor())
                || Duration.between(before.at(), after.at()).compareTo(BREAK) > 0
                || !before.at()
                        .atZone(zone)
                        .toLocalDate()
                        .equals(after.at().atZone(zone).toLocalDate());
    }
}
