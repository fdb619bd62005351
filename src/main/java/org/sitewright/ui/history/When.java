package org.sitewright.ui.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Says moments in time.
final class When {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter OLD_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final ZoneId zone;

    When(ZoneId zone) {
        this.zone = zone;
    }

    /// "Wednesday 18 November, 11:42".
    String full(Instant at) {
        return LONG.format(at.atZone(zone));
    }

    /// "Wed 18 Nov, 11:42".
    String brief(Instant at) {
        return SHORT.format(at.atZone(zone));
    }

    /// "18 Nov, 11:42".
    String label(Instant at) {
        return LABEL.format(at.atZone(zone));
    }

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /// "Today", "Yesterday" or the day.
    String day(Instant at, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        ZonedDateTime then = at.atZone(zone);
        if (then.toLocalDate().equals(today)) {
            return "Today";
        }
        if (then.toLocalDate().equals(today.minusDays(1))) {
            return "Yesterday";
        }
        return (then.getYear() == today.getYear() ? DAY : OLD_DAY).format(then);
    }
}
