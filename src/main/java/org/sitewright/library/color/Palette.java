package org.sitewright.library.color;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sitewright.site.Style;
import org.sitewright.site.Theme;

/// The colour roles of a site in light and dark, each `#rrggbb`, solved so that text reaches 4.5:1 and controls 3:1 on
/// every background that they are used on (WCAG 2.2 AA). The loud panels follow the second seed where there is one.
// Role names are the custom properties without their hyphens.
public record Palette(Map<String, String> light, Map<String, String> dark) {
    public static Palette of(Theme theme) {
        Oklch seed = Oklch.of(theme.seed());
        return new Palette(solve(theme, seed, false), solve(theme, seed, true));
    }

    private static Map<String, String> solve(Theme theme, Oklch seed, boolean dark) {
        Oklch neutral = dark && theme.style() == Style.MODERN
                ? new Oklch(0.5, Math.min(0.022, seed.chroma()), seed.hue())
                : neutral(theme, seed);
        Map<String, String> roles = new LinkedHashMap<>();
        double ground = dark ? 0.165 : ground(theme.style());
        String background = neutral.withLightness(ground).hex();
        String surface = neutral.withLightness(Math.min(0.998, ground + (dark ? 0.04 : 0.02)))
                .hex();
        String sunk = neutral.withLightness(ground - 0.03).hex();
        List<String> grounds = List.of(background, surface, sunk);
        roles.put("bg", background);
        roles.put("surface", surface);
        roles.put("sunk", sunk);
        Oklch ink = neutral.withChroma(Math.min(0.02, neutral.chroma() * 1.6));
        roles.put("text", until(ink.withLightness(dark ? 0.93 : 0.24), grounds, dark ? 11 : 12, dark));
        roles.put("muted", until(ink.withLightness(dark ? 0.66 : 0.56), grounds, 5, dark));
        roles.put(
                "border", neutral.withLightness(ground + (dark ? 0.11 : -0.09)).hex());
        roles.put("control", until(ink.withLightness(dark ? 0.45 : 0.72), grounds, 3.1, dark));
        accents(roles, seed, grounds, dark);
        String second = theme.tokens().second();
        Oklch loud = second.isEmpty() ? seed : Oklch.of(second);
        bold(roles, loud);
        panels(roles, loud, dark);
        night(roles, theme.style(), seed, dark);
        return Collections.unmodifiableMap(roles);
    }

    private static double ground(Style style) {
        return switch (style) {
            case MODERN -> 0.972;
            case MINIMAL -> 0.984;
            case PREMIUM -> 0.962;
        };
    }

    private static Oklch neutral(Theme theme, Oklch seed) {
        double chroma = theme.style() == Style.MINIMAL ? 0.004 : 0.009;
        return switch (theme.neutral()) {
            case "cool" -> new Oklch(0.5, chroma, 262);
            case "tint" -> new Oklch(0.5, chroma + 0.002, seed.hue());
            default -> new Oklch(0.5, chroma, 84);
        };
    }

    private static void accents(Map<String, String> roles, Oklch seed, List<String> grounds, boolean dark) {
        Oklch accent = seed.withLightness(dark ? Math.clamp(seed.lightness() + 0.15, 0.70, 0.78) : seed.lightness());
        String fill = until(accent, grounds, 3.1, dark);
        String onFill = on(fill, seed);
        while (Oklch.contrast(fill, onFill) < 4.6) {
            Oklch moved = Oklch.of(fill);
            fill = moved.withLightness(moved.lightness() + (dark ? 0.01 : -0.01))
                    .hex();
            onFill = on(fill, seed);
        }
        Oklch solved = Oklch.of(fill);
        boolean whiteText = Oklch.of(onFill).lightness() > 0.6;
        String hover = solved.withLightness(solved.lightness() + (whiteText ? -0.06 : 0.05))
                .hex();
        roles.put("accent", fill);
        roles.put("on-accent", onFill);
        roles.put("accent-hover", Oklch.contrast(hover, onFill) >= 4.5 ? hover : fill);
        roles.put("link", until(accent, grounds, 4.7, dark));
    }

    /// The loud panel: the seed itself in light and dark, darkened until near-white text reaches 4.6:1 on it.
    private static void bold(Map<String, String> roles, Oklch seed) {
        String ink = new Oklch(0.99, Math.min(0.01, seed.chroma()), seed.hue()).hex();
        Oklch bold = seed;
        while (Oklch.contrast(bold.hex(), ink) < 4.6) {
            bold = bold.withLightness(bold.lightness() - 0.01);
        }
        roles.put("bold", bold.hex());
        roles.put("on-bold", ink);
    }

    private static String on(String fill, Oklch seed) {
        String white = new Oklch(0.99, Math.min(0.01, seed.chroma()), seed.hue()).hex();
        return Oklch.contrast(fill, white) >= 4.5
                ? white
                : new Oklch(0.19, Math.min(0.04, seed.chroma()), seed.hue()).hex();
    }

    /// Six grounds that sit well together, from the seed's complement round the wheel, all under one dark ink.
    private static void panels(Map<String, String> roles, Oklch seed, boolean dark) {
        double down = dark ? 0.08 : 0;
        double other = seed.hue() + 180;
        double lime = Math.max(0, 1 - Math.abs(((other % 360) + 360) % 360 - 120) / 22);
        roles.put("panel-1", new Oklch(0.88 + 0.045 * lime - down, 0.155 + 0.045 * lime, other).hex());
        roles.put("panel-2", new Oklch(0.88 - down, 0.075, seed.hue() - 24).hex());
        roles.put("panel-3", new Oklch(0.91 - down, 0.085, other + 66).hex());
        roles.put("panel-4", new Oklch(0.86 - down, 0.085, seed.hue() + 76).hex());
        roles.put("panel-5", new Oklch(0.88 - down, 0.07, seed.hue() + 34).hex());
        roles.put("panel-6", new Oklch(0.84 - down, 0.12, other - 36).hex());
        Oklch ink = new Oklch(0.22, Math.min(0.05, seed.chroma()), seed.hue());
        roles.put(
                "on-panel",
                until(
                        ink,
                        List.of(
                                roles.get("panel-1"),
                                roles.get("panel-2"),
                                roles.get("panel-3"),
                                roles.get("panel-4"),
                                roles.get("panel-5"),
                                roles.get("panel-6")),
                        7,
                        false));
    }

    /// A dark ground that stays the same in light and dark.
    private static void night(Map<String, String> roles, Style style, Oklch seed, boolean dark) {
        Oklch night = style == Style.MODERN
                ? new Oklch(dark ? 0.27 : 0.2, Math.min(dark ? 0.075 : 0.055, seed.chroma()), seed.hue())
                : new Oklch(0.178, style == Style.PREMIUM ? 0.014 : 0.004, 62);
        String ground = night.hex();
        roles.put("night", ground);
        roles.put("on-night", new Oklch(0.945, 0.018, style == Style.MODERN ? seed.hue() : 82).hex());
        Oklch accent = style == Style.MODERN
                ? new Oklch(0.88, 0.155, seed.hue() + 180)
                : new Oklch(0.76, Math.min(0.1, seed.chroma()), seed.hue());
        roles.put("night-accent", until(accent, List.of(ground), 5, true));
    }

    /// Moves the lightness, lighter or darker, until the colour has the contrast on all grounds.
    private static String until(Oklch start, List<String> grounds, double contrast, boolean lighter) {
        Oklch colour = start;
        for (int i = 0; i < 200; i++) {
            String hex = colour.hex();
            if (grounds.stream().allMatch(ground -> Oklch.contrast(hex, ground) >= contrast)) {
                return hex;
            }
            colour = colour.withLightness(colour.lightness() + (lighter ? 0.005 : -0.005));
        }
        return colour.hex();
    }
}
