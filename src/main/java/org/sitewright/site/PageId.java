package org.sitewright.site;

import java.util.UUID;

/// Names one page for ever.
public record PageId(UUID value) {
    /// @throws IllegalArgumentException when the text is not a UUID
    public static PageId parse(String text) {
        return new PageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
