package org.sitewright.publish;

import java.util.UUID;

/// Names one deployment for ever.
public record DeploymentId(UUID value) {
    /// @throws IllegalArgumentException when the text is not a UUID
    public static DeploymentId parse(String text) {
        return new DeploymentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
