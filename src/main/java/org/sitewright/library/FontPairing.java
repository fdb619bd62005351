package org.sitewright.library;

import org.sitewright.site.Style;
import org.sitewright.site.Theme;

/// Families that go well together.
///
/// @param style the voice that it suits best
/// @param display the family of headings, a name of the catalogue
/// @param body the family of text
/// @param mono the family of figures and captions, or empty
public record FontPairing(Style style, FontFamily display, FontFamily body, String mono) {
    public Theme applyTo(Theme theme) {
        return theme.withFonts(display.name(), body.name(), mono);
    }

    public boolean isIn(Theme theme) {
        return theme.display().equals(display.name())
                && theme.body().equals(body.name())
                && theme.mono().equals(mono);
    }
}
