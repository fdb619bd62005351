package org.sitewright.site;

import java.util.UUID;

/// Names one site for ever.
public record SiteId(UUID value) {
    /// @throws IllegalArgumentException when the text is not a UUID
    public static SiteId parse(String text) {
        return new SiteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
