package org.sitewright.ui.control;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Says how long ago something was, as people do.
public final class Since {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_AGO = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);

    private Since() {}

    public static String words(Instant then, Instant now, ZoneId zone) {
        Duration ago = Duration.between(then, now);
        if (ago.toSeconds() < 60) {
            return "just now";
        }
        if (ago.toMinutes() < 60) {
            return ago.toMinutes() + " min ago";
        }
        ZonedDateTime day = then.atZone(zone);
        long days = java.time.temporal.ChronoUnit.DAYS.between(
                day.toLocalDate(), now.atZone(zone).toLocalDate());
        if (days == 0) {
            return ago.toHours() + " h ago";
        }
        if (days == 1) {
            return "yesterday";
        }
        if (days < 7) {
            return WEEKDAY.format(day);
        }
        return (days < 300 ? DAY : LONG_AGO).format(day);
    }
}
