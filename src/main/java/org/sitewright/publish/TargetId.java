package org.sitewright.publish;

import java.util.UUID;

/// Names one target for ever.
public record TargetId(UUID value) {
    /// @throws IllegalArgumentException when the text is not a UUID
    public static TargetId parse(String text) {
        return new TargetId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
