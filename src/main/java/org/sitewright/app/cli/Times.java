package org.sitewright.app.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.sitewright.work.Problem;

/// Reads times as people write them: an instant, a time without a zone, which is this computer's, or a day.
final class Times {
    private Times() {}

    /// @param day the time of a day that is meant where only the day is written
    static Instant parse(String text, LocalTime day, ZoneId zone) {
        String written = text.strip().replace(' ', 'T');
        return read(written, Instant::parse)
                .or(() -> read(
                        written, each -> LocalDateTime.parse(each).atZone(zone).toInstant()))
                .or(() -> read(
                        written,
                        each -> LocalDate.parse(each).atTime(day).atZone(zone).toInstant()))
                .orElseThrow(() -> new Problem(
                        "SW-TIME",
                        "“" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "” is no time.",
                        "Write it as 2026-11-18T11:42 or 2026-11-18."));
    }

    private static Optional<Instant> read(String text, Function<String, Instant> how) {
        try {
            return Optional.of(how.apply(text));
        } catch (DateTimeParseException otherForm) {
            return Optional.empty();
        }
    }
}
