package org.sitewright.site;

import java.util.EnumSet;
import java.util.Set;

/// How one section departs from what its kind and the theme give it. Only tokens: no pixels, no raw colours.
///
/// @param above the room above its content
/// @param below the room below its content
/// @param hiddenOn the screens on which visitors do not see it
public record SectionStyle(Background background, Space above, Space below, Set<Screen> hiddenOn) {
    public static final SectionStyle PLAIN = new SectionStyle(new Background.None(), Space.AUTO, Space.AUTO, Set.of());

    public SectionStyle {
        hiddenOn = hiddenOn.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(hiddenOn));
    }

    /// How much room; `AUTO` is what the theme gives.
    public enum Space {
        AUTO,
        NONE,
        SMALL,
        MEDIUM,
        LARGE
    }

    /// Widths of a visitor's screen: under 40 rem, 40 to 64 rem, wider.
    public enum Screen {
        PHONE,
        TABLET,
        DESKTOP
    }

    /// What lies behind a section.
    public sealed interface Background {
        /// What the kind gives.
        record None() implements Background {}

        /// A colour role of the theme, as `sunk`, `accent`, `night` or `panel-1`.
        record Role(String role) implements Background {}

        /// A gradient of the theme's colours, by name.
        record Gradient(String name) implements Background {}

        /// A pattern drawn in the theme's colours, by name.
        record Pattern(String name) implements Background {}

        /// @param dim how much of the night colour lies over it so that text stays readable, in percent
        record Picture(MediaId media, Focal focal, int dim) implements Background {
            public Picture {
                if (dim < 0 || dim > 100) {
                    throw new IllegalArgumentException("a picture is dimmed by 0 to 100 percent, not " + dim);
                }
            }
        }
    }

    public SectionStyle withBackground(Background changed) {
        return new SectionStyle(changed, above, below, hiddenOn);
    }

    public SectionStyle withSpace(Space changedAbove, Space changedBelow) {
        return new SectionStyle(background, changedAbove, changedBelow, hiddenOn);
    }

    public SectionStyle withHiddenOn(Set<Screen> changed) {
        return new SectionStyle(background, above, below, changed);
    }
}
