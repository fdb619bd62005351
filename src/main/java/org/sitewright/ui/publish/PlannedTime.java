package org.sitewright.ui.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A day and a time of the clock, as a person chose them.
sealed interface PlannedTime {
    DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

    /// @param note what a person should know where clocks are changed on that day; usually empty
    record Good(Instant at, String note) implements PlannedTime {}

    /// @param fault what to do about it
    record Bad(String fault) implements PlannedTime {}

    /// @param time as `9:30` or `09:30`
    static PlannedTime of(@Nullable LocalDate day, String time, ZoneId zone, Instant now) {
        if (day == null) {
            return new Bad("Choose a day.");
        }
        LocalTime clock;
        try {
            clock = LocalTime.parse(time.strip(), DateTimeFormatter.ofPattern("H:mm", Locale.ROOT));
        } catch (DateTimeParseException otherForm) {
            return new Bad("Write the time as 09:30.");
        }
        LocalDateTime wanted = day.atTime(clock);
        Instant at = wanted.atZone(zone).toInstant();
        return at.isAfter(now) ? new Good(at, note(wanted, zone, at)) : new Bad("That time is over.");
    }

    private static String note(LocalDateTime wanted, ZoneId zone, Instant at) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wanted);
        if (offsets.isEmpty()) {
            return "Clocks go forward then, so this time does not come: it will be "
                    + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                            .withZone(zone)
                            .format(at)
                    + ".";
        }
        return offsets.size() > 1 ? "Clocks go back then, so this time comes twice: the first is meant." : "";
    }

    /// A time as it is shown, with the zone of this computer.
    static String words(Instant at, ZoneId zone) {
        return SHOWN.withZone(zone).format(at) + " (" + zone.getId() + ")";
    }
}
