package org.sitewright.site;

/// How a site looks.
///
/// @param seed the colour that the palette is solved from, `#rrggbb`
/// @param neutral the tint of greys: `warm`, `cool` or `tint`
/// @param display the font family of headings, a name of the catalogue
/// @param body the font family of text
/// @param mono the font family of figures and captions, or empty
public record Theme(
        Style style,
        String seed,
        String neutral,
        String display,
        String body,
        String mono,
        ColorMode mode,
        ThemeTokens tokens) {
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

    public Theme(Style style, String seed, String neutral, String display, String body, String mono, ColorMode mode) {
        this(style, seed, neutral, display, body, mono, mode, ThemeTokens.OF_STYLE);
    }

    public Theme withStyle(Style changed) {
        return new Theme(changed, seed, neutral, display, body, mono, mode, tokens);
    }

    public Theme withSeed(String changed) {
        return new Theme(style, changed, neutral, display, body, mono, mode, tokens);
    }

    public Theme withNeutral(String changed) {
        return new Theme(style, seed, changed, display, body, mono, mode, tokens);
    }

    public Theme withFonts(String changedDisplay, String changedBody, String changedMono) {
        return new Theme(style, seed, neutral, changedDisplay, changedBody, changedMono, mode, tokens);
    }

    public Theme withMode(ColorMode changed) {
        return new Theme(style, seed, neutral, display, body, mono, changed, tokens);
    }

    public Theme withTokens(ThemeTokens changed) {
        return new Theme(style, seed, neutral, display, body, mono, mode, changed);
    }
}
