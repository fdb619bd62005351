package org.sitewright.ui.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sitewright.history.Moment;

/// Lays moments out along a line of time.
final class TimeScale {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final int LABELS = 9;

    private final long[] times;
    private final Instant from;
    private final Instant until;
    private final Range range;
    private final ZoneId zone;

    /// How much time is shown.
    enum Range {
        DAY("Day"),
        WEEKS("2 weeks"),
        ALL("All");

        private final String words;

        Range(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// A place on the line, 0 to 1, with what is written there.
    record Tick(double at, String label) {}

    /// @param moments oldest first; a clock that went back does not make them go back
    /// @param around what must be seen
    TimeScale(List<Moment> moments, Range range, Instant around, Instant now, ZoneId zone) {
        this.range = range;
        this.zone = zone;
        this.times = new long[moments.size()];
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < times.length; i++) {
            latest = Math.max(latest, moments.get(i).at().toEpochMilli());
            times[i] = latest;
        }
        Instant last = times.length == 0 || now.toEpochMilli() > latest ? now : Instant.ofEpochMilli(latest);
        Ends ends = ends(around, last);
        from = ends.from();
        until = ends.until();
    }

    private record Ends(Instant from, Instant until) {}

    private Ends ends(Instant around, Instant last) {
        LocalDate day = around.atZone(zone).toLocalDate();
        return switch (range) {
            case DAY -> new Ends(start(day), start(day.plusDays(1)));
            case WEEKS -> {
                LocalDate end = last.atZone(zone).toLocalDate().plusDays(1);
                while (!end.minusDays(14).isBefore(day.plusDays(1))) {
                    end = end.minusDays(14);
                }
                yield new Ends(start(end.minusDays(14)), start(end));
            }
            case ALL -> {
                Instant known = times.length == 0 ? last.minus(Duration.ofDays(1)) : Instant.ofEpochMilli(times[0]);
                Instant first = around.isBefore(known) ? around : known;
                Duration room = Duration.between(first, last).dividedBy(40).plusMinutes(1);
                yield new Ends(first.minus(room), last.plus(room));
            }
        };
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /// Where a time is on the line: 0 to 1, beyond that when it is not shown.
    double place(Instant at) {
        return (double) (at.toEpochMilli() - from.toEpochMilli()) / (until.toEpochMilli() - from.toEpochMilli());
    }

    /// Where a moment is on the line.
    double place(int index) {
        return place(Instant.ofEpochMilli(times[index]));
    }

    /// The number of the moment that was the newest at a place; the first one before all.
    int at(double place) {
        long wanted = from.toEpochMilli() + Math.round(place * (until.toEpochMilli() - from.toEpochMilli()));
        return Math.max(0, firstAfter(wanted) - 1);
    }

    /// How many moments fall into each of so many equal parts of the line.
    int[] counts(int parts) {
        int[] counts = new int[parts];
        long begin = from.toEpochMilli();
        long whole = until.toEpochMilli() - begin;
        int before = firstAfter(begin - 1);
        for (int i = 0; i < parts; i++) {
            int after = firstAfter(begin + whole * (i + 1) / parts - 1);
            counts[i] = after - before;
            before = after;
        }
        return counts;
    }

    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        switch (range) {
            case DAY -> {
                for (int hour = 0; hour < 24; hour += 3) {
                    ZonedDateTime at = from.atZone(zone).plusHours(hour);
                    ticks.add(new Tick(place(at.toInstant()), HOUR.format(at)));
                }
            }
            case WEEKS -> {
                for (int day = 0; day < 14; day++) {
                    ZonedDateTime at = from.atZone(zone).plusDays(day);
                    ticks.add(new Tick(place(at.toInstant()), DAY.format(at)));
                }
            }
            case ALL -> {
                boolean hours = Duration.between(from, until).toDays() < 3;
                for (int i = 0; i < LABELS; i++) {
                    double place = (i + 0.5) / LABELS;
                    Instant at = from.plus(Duration.between(from, until)
                            .multipliedBy(2L * i + 1)
                            .dividedBy(2L * LABELS));
                    ticks.add(new Tick(place, (hours ? HOUR : DAY).format(at.atZone(zone))));
                }
            }
        }
        return ticks;
    }

    private int firstAfter(long time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
