package org.sitewright.ui.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sitewright.library.color.Oklch;
import org.sitewright.library.color.Palette;
import org.sitewright.site.Theme;

/// How readable the colours of a theme are, in numbers (WCAG 2.2).
record Contrast(List<Role> light, List<Role> dark, int pairs, int failing) {
    private static final List<String> GROUNDS = List.of("bg", "surface", "sunk");

    /// One role as the panel lists it.
    ///
    /// @param ratio its contrast on the page, 1 to 21
    /// @param passes whether it reaches what is asked of it on every ground it is used on
    record Role(String words, String hex, double ratio, boolean passes) {}

    /// A colour, the grounds it must be read on and the contrast that is asked of it.
    private record Pair(String role, List<String> grounds, double wanted) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("text", GROUNDS, 4.5),
            new Pair("muted", GROUNDS, 4.5),
            new Pair("link", GROUNDS, 4.5),
            new Pair("accent", GROUNDS, 3),
            new Pair("control", GROUNDS, 3),
            new Pair("on-accent", List.of("accent", "accent-hover"), 4.5),
            new Pair("on-bold", List.of("bold"), 4.5),
            new Pair("on-panel", List.of("panel-1", "panel-2", "panel-3", "panel-4", "panel-5", "panel-6"), 4.5),
            new Pair("on-night", List.of("night"), 4.5),
            new Pair("night-accent", List.of("night"), 3));

    static Contrast of(Theme theme) {
        Palette palette = Palette.of(theme);
        int[] counts = new int[2];
        count(palette.light(), counts);
        count(palette.dark(), counts);
        return new Contrast(roles(palette.light()), roles(palette.dark()), counts[0], counts[1]);
    }

    private static void count(Map<String, String> roles, int[] counts) {
        for (Pair pair : PAIRS) {
            for (String ground : pair.grounds()) {
                counts[0]++;
                if (ratio(roles, pair.role(), ground) < pair.wanted()) {
                    counts[1]++;
                }
            }
        }
    }

    private static List<Role> roles(Map<String, String> roles) {
        List<Role> listed = new ArrayList<>();
        listed.add(role("Text", "text", "bg", 4.5, roles));
        listed.add(role("Quiet text", "muted", "bg", 4.5, roles));
        listed.add(role("Accent", "accent", "bg", 3, roles));
        listed.add(role("Links", "link", "bg", 4.5, roles));
        listed.add(role("Words on buttons", "on-accent", "accent", 4.5, roles));
        return listed;
    }

    private static Role role(String words, String role, String ground, double wanted, Map<String, String> roles) {
        double ratio = ratio(roles, role, ground);
        return new Role(words, hex(roles, role), ratio, ratio >= wanted);
    }

    private static double ratio(Map<String, String> roles, String role, String ground) {
        return Oklch.contrast(hex(roles, role), hex(roles, ground));
    }

    private static String hex(Map<String, String> roles, String role) {
        return roles.getOrDefault(role, "#000000");
    }
}
