package org.sitewright.library;

import org.sitewright.site.Theme;

/// Colours that go well together, under a name.
///
/// @param seed the colour that the roles are solved from, `#rrggbb`
/// @param neutral the tint of greys, as in [Theme]
/// @param second the seed of the loud panels, `#rrggbb`; empty when the first is that too
public record NamedPalette(String name, String label, String seed, String neutral, String second) {
    public Theme applyTo(Theme theme) {
        return theme.withSeed(seed)
                .withNeutral(neutral)
                .withTokens(theme.tokens().withSecond(second));
    }

    public boolean isIn(Theme theme) {
        return theme.seed().equalsIgnoreCase(seed)
                && theme.neutral().equals(neutral)
                && theme.tokens().second().equalsIgnoreCase(second);
    }
}
