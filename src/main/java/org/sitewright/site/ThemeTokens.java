package org.sitewright.site;

/// How a theme departs from the voice of its style.
///
/// @param second a second seed, `#rrggbb`, that the loud panels are solved from; empty for none
/// @param scale the size of type, in percent of the style's
public record ThemeTokens(
        String second, int scale, Corners corners, Density density, Shadows shadows, Buttons buttons, Rhythm rhythm) {
    /// Everything as the style has it.
    public static final ThemeTokens OF_STYLE =
            new ThemeTokens("", 100, Corners.STYLE, Density.STYLE, Shadows.STYLE, Buttons.STYLE, Rhythm.STYLE);

    /// The smallest and the largest scale.
    public static final int SMALLEST = 85;

    public static final int LARGEST = 120;

    public ThemeTokens {
        if (!second.isEmpty() && !second.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("a colour is written #rrggbb: " + second);
        }
        if (scale < SMALLEST || scale > LARGEST) {
            throw new IllegalArgumentException("type is scaled by 85 to 120 percent, not " + scale);
        }
    }

    /// How round corners are.
    public enum Corners {
        STYLE,
        SQUARE,
        SLIGHT,
        SOFT,
        ROUND
    }

    /// How much room is inside and between things.
    public enum Density {
        STYLE,
        TIGHT,
        CALM,
        AIRY
    }

    /// How far cards stand off the page.
    public enum Shadows {
        STYLE,
        NONE,
        SOFT,
        DEEP
    }

    /// The shape of buttons.
    public enum Buttons {
        STYLE,
        SQUARE,
        ROUNDED,
        PILL,
        OUTLINE,
        UNDERLINE
    }

    /// How far sections stand apart.
    public enum Rhythm {
        STYLE,
        CLOSE,
        EVEN,
        WIDE
    }

    public ThemeTokens withSecond(String changed) {
        return new ThemeTokens(changed, scale, corners, density, shadows, buttons, rhythm);
    }

    public ThemeTokens withScale(int changed) {
        return new ThemeTokens(second, changed, corners, density, shadows, buttons, rhythm);
    }

    public ThemeTokens withCorners(Corners changed) {
        return new ThemeTokens(second, scale, changed, density, shadows, buttons, rhythm);
    }

    public ThemeTokens withDensity(Density changed) {
        return new ThemeTokens(second, scale, corners, changed, shadows, buttons, rhythm);
    }

    public ThemeTokens withShadows(Shadows changed) {
        return new ThemeTokens(second, scale, corners, density, changed, buttons, rhythm);
    }

    public ThemeTokens withButtons(Buttons changed) {
        return new ThemeTokens(second, scale, corners, density, shadows, changed, rhythm);
    }

    public ThemeTokens withRhythm(Rhythm changed) {
        return new ThemeTokens(second, scale, corners, density, shadows, buttons, changed);
    }
}
