package org.sitewright.library.color;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.site.Style;
import org.sitewright.site.Theme;

/// Whatever colour a person chooses, everything on the page can be read (WCAG 2.2, 1.4.3 and 1.4.11).
class PaletteTest {
    private static final List<String> GROUNDS = List.of("bg", "surface", "sunk");

    @Property(tries = 300)
    void anySeedGivesAReadablePalette(@ForAll @IntRange(max = 0xffffff) int rgb) {
        readable(String.format("#%06x", rgb));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#000000", "#ffffff", "#808080", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff", "#ff00ff",
                "#010101", "#fefefe", "#c6ff00", "#767676", "#949494"
            })
    void theExtremesGiveAReadablePalette(String seed) {
        readable(seed);
    }

    private static void readable(String seed) {
        for (Style style : Style.values()) {
            for (String neutral : List.of("warm", "cool", "tint")) {
                Theme theme = new Theme(style, seed, neutral, "fraunces", "figtree", "", Theme.ColorMode.AUTO);
                Palette palette = Palette.of(theme);
                readable(palette.light(), seed + " " + theme.style() + " " + neutral + " light");
                readable(palette.dark(), seed + " " + theme.style() + " " + neutral + " dark");
            }
        }
    }

    private static void readable(Map<String, String> roles, String where) {
        assertThat(roles.values()).as(where).allMatch(hex -> hex.matches("#[0-9a-f]{6}"));
        for (String ground : GROUNDS) {
            atLeast(4.5, "text", ground, roles, where);
            atLeast(4.5, "muted", ground, roles, where);
            atLeast(4.5, "link", ground, roles, where);
            atLeast(3, "control", ground, roles, where);
            atLeast(3, "accent", ground, roles, where);
        }
        atLeast(4.5, "on-accent", "accent", roles, where);
        atLeast(4.5, "on-accent", "accent-hover", roles, where);
        atLeast(4.5, "on-bold", "bold", roles, where);
        atLeast(4.5, "on-night", "night", roles, where);
        atLeast(4.5, "night-accent", "night", roles, where);
        for (int panel = 1; panel <= 6; panel++) {
            atLeast(4.5, "on-panel", "panel-" + panel, roles, where);
        }
    }

    private static void atLeast(double ratio, String ink, String ground, Map<String, String> roles, String where) {
        assertThat(roles).as(where).containsKeys(ink, ground);
        assertThat(Oklch.contrast(String.valueOf(roles.get(ink)), String.valueOf(roles.get(ground))))
                .as("%s on %s, %s", ink, ground, where)
                .isGreaterThanOrEqualTo(ratio);
    }
}
