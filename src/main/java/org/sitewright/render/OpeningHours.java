package org.sitewright.render;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.Value;
import org.sitewright.site.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Opening hours as schema.org writes them. A table of which one row is not understood gives nothing: half of the
/// hours would be false ones.
final class OpeningHours {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private OpeningHours() {}

    /// @param language that names of days may be in beside English
    static @Nullable JsonNode of(List<Value.Item> rows, String language) {
        ArrayNode hours = Json.array();
        for (Value.Item row : rows) {
            String opens = row.fields().text("opens").strip();
            String closes = row.fields().text("closes").strip();
            Optional<DayOfWeek> day = day(row.fields().text("day"), language);
            if (opens.isEmpty() && closes.isEmpty()) {
                continue;
            }
            Optional<LocalTime> from = time(opens);
            Optional<LocalTime> to = time(closes);
            if (day.isEmpty() || from.isEmpty() || to.isEmpty()) {
                return null;
            }
            String name = day.get().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            hours.addObject()
                    .put("@type", "OpeningHoursSpecification")
                    .put("dayOfWeek", "https://schema.org/" + name)
                    .put("opens", from.get().toString())
                    .put("closes", to.get().toString());
        }
        return hours.isEmpty() ? null : hours;
    }

    private static Optional<DayOfWeek> day(String text, String language) {
        String wanted = text.strip();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag(language))) {
            for (DayOfWeek day : DayOfWeek.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                    if (day.getDisplayName(style, locale).equalsIgnoreCase(wanted)) {
                        return Optional.of(day);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text.replace('.', ':'), TIME));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
