package org.sitewright.site;

import java.util.UUID;

/// Names one account for ever.
public record UserId(UUID value) {
    /// @throws IllegalArgumentException when the text is not a UUID
    public static UserId parse(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
