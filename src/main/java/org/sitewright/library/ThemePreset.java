package org.sitewright.library;

import java.nio.file.Path;
import org.sitewright.site.Style;
import org.sitewright.site.Theme;

/// One of the three voices: its defaults and its stylesheet.
public record ThemePreset(
        Style style, String seed, String neutral, String display, String body, String mono, Path stylesheet) {
    public Theme theme() {
        return new Theme(style, seed, neutral, display, body, mono, Theme.ColorMode.AUTO);
    }
}
