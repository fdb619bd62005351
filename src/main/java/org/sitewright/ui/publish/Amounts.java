package org.sitewright.ui.publish;

import java.time.Duration;
import java.util.Locale;

/// Writes sizes, counts and durations as people read them.
final class Amounts {
    private static final double KILO = 1000;

    private Amounts() {}

    static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double value = bytes / KILO;
        for (String unit : new String[] {"KB", "MB", "GB"}) {
            if (value < KILO) {
                return String.format(Locale.ROOT, value < 100 ? "%.1f %s" : "%.0f %s", value, unit);
            }
            value /= KILO;
        }
        return String.format(Locale.ROOT, "%.1f TB", value);
    }

    /// Most of these are tiny, and “$0.00” would say that it is free.
    static String dollars(double amount) {
        if (amount > 0 && amount < 0.01) {
            return amount < 0.001 ? "a tenth of a cent or less" : String.format(Locale.ROOT, "%.1f ¢", amount * 100);
        }
        return String.format(Locale.ROOT, "$%.2f", amount);
    }

    static String files(int count) {
        return count(count, "file");
    }

    static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    static String duration(Duration time) {
        long millis = Math.max(0, time.toMillis());
        if (millis < 100) {
            return String.format(Locale.ROOT, "%.2f s", millis / KILO);
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / KILO);
        }
        return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }

    /// How long work that is this far will still take, roughly.
    static String left(Duration spent, long done, long total) {
        if (done <= 0 || total <= done || spent.toMillis() < 500) {
            return "";
        }
        long seconds = Math.round(spent.toMillis() / KILO * (total - done) / done);
        if (seconds < 1) {
            return "less than 1 s left";
        }
        return seconds < 90 ? "about " + seconds + " s left" : "about " + Math.round(seconds / 60.0) + " min left";
    }
}
