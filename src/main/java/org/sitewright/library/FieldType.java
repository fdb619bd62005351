package org.sitewright.library;

import java.math.BigDecimal;
import java.util.List;

/// What a field of a section kind holds. Closed: every panel, check and template helper knows all of them.
public sealed interface FieldType {
    /// @param lines how tall its box is; one means a single line
    record PlainText(int lines) implements FieldType {}

    /// HTML of the allowlist in `org.sitewright.site.RichText`.
    ///
    /// @param inline without paragraphs: emphasis, links and line breaks only
    record RichText(boolean inline) implements FieldType {}

    record Picture() implements FieldType {}

    record Link() implements FieldType {}

    record Choice(List<Option> options) implements FieldType {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /// @param item what one entry is called, as "Button"
    /// @param title the field of an entry that names it in lists
    record ListOf(String item, String title, List<Field> fields) implements FieldType {
        public ListOf {
            fields = List.copyOf(fields);
        }
    }

    record Decimal(BigDecimal min, BigDecimal max, BigDecimal step) implements FieldType {}

    record Toggle() implements FieldType {}

    /// A colour role of the theme, never a raw colour.
    record ColorRole() implements FieldType {}

    /// A day, as ISO 8601 `yyyy-mm-dd`.
    record Day() implements FieldType {}

    /// A form of the site, by id.
    record Form() implements FieldType {}

    /// One choice.
    record Option(String value, String label) {}
}
