package org.sitewright.site;

import java.util.Locale;

/// The three voices a site can have.
public enum Style {
    MODERN("Modern"),
    MINIMAL("Minimal"),
    PREMIUM("Premium");

    private final String label;

    Style(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// The name of its folder under `assets/themes`.
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when there is no such style
    public static Style of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
