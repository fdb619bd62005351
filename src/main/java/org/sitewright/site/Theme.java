package org.sitewright.site;

/// How a site looks.
///
/// @param seed the colour that the palette is solved from, `#rrggbb`
/// @param neutral the tint of greys: `warm`, `cool` or `tint`
/// @param display the font family of headings, a name of the catalogue
/// @param body the font family of text
/// @param mono the font family of figures and captions, or empty
public record Theme(
        Style style, String seed, String neutral, String display, String body, String mono, ColorMode mode) {
    /// Which appearance visitors get.
    public enum ColorMode {
        AUTO,
        LIGHT,
        DARK
    }

    public Theme {
        if (!seed.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("a colour is written #rrggbb: " + seed);
        }
    }

    public Theme withStyle(Style changed) {
        return new Theme(changed, seed, neutral, display, body, mono, mode);
    }

    public Theme withMode(ColorMode changed) {
        return new Theme(style, seed, neutral, display, body, mono, changed);
    }

    public Theme withSeed(String changed) {
        return new Theme(style, changed, neutral, display, body, mono, mode);
    }
}
