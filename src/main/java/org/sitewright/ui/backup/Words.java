package org.sitewright.ui.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times and sizes as the screen of backups says them.
final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private Words() {}

    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double value = bytes / 1000.0;
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }

    /// As "Today, 03:12" or "18 Nov, 03:00".
    static String when(Instant time, Instant now, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(time, zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        String name = day.equals(today) ? "Today" : day.equals(today.minusDays(1)) ? "Yesterday" : DAY.format(day);
        return name + ", " + TIME.format(time.atZone(zone));
    }

    /// The same within a sentence, as “today, 11:42”.
    static String uncapitalized(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ENGLISH) + words.substring(1);
    }

    static String day(Instant time, ZoneId zone) {
        return DAY.format(time.atZone(zone));
    }

    static String duration(long millis) {
        return millis < 60_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
                : Duration.ofMillis(millis).toMinutes() + " min";
    }
}
