package org.sitewright.site;

import java.util.UUID;

/// Names one section for ever.
public record SectionId(UUID value) {
    /// @throws IllegalArgumentException when the text is not a UUID
    public static SectionId parse(String text) {
        return new SectionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
