package org.sitewright.site;

import java.math.BigDecimal;
import java.util.List;

/// The value of one field. It describes itself, so that a section whose kind is no longer known loses nothing.
public sealed interface Value {
    /// Plain text or, where the schema says so, HTML of the rich-text allowlist. Also choices, colour roles and dates.
    record Text(String text) implements Value {}

    record Decimal(BigDecimal number) implements Value {}

    record Flag(boolean on) implements Value {}

    /// @param alt what the picture shows; empty when it only decorates
    record Image(MediaId media, String alt, Focal focal) implements Value {}

    record Link(LinkTarget target) implements Value {}

    /// A form of the site.
    record FormRef(FormId form) implements Value {}

    record Items(List<Item> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// One entry of a list field.
    ///
    /// @param id unique within its list, and kept when the entry moves
    record Item(String id, Fields fields) {}
}
