package org.sitewright.site;

import java.util.UUID;

/// Names one form for ever.
public record FormId(UUID value) {
    /// @throws IllegalArgumentException when the text is not a UUID
    public static FormId parse(String text) {
        return new FormId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
