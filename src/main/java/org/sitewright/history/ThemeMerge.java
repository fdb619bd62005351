package org.sitewright.history;

import java.util.function.Function;
import org.sitewright.history.ThreeWay.About;
import org.sitewright.site.Theme;

/// Merges a theme choice by choice.
final class ThemeMerge {
    private ThemeMerge() {}

    static Theme of(ThreeWay ways, Theme base, Theme mine, Theme other) {
        return new Theme(
                ways.pick(
                        base.style(),
                        mine.style(),
                        other.style(),
                        new About<>("theme/style", "Style", each -> each.label())),
                text(ways, "seed", "Colour", base.seed(), mine.seed(), other.seed()),
                text(ways, "neutral", "Greys", base.neutral(), mine.neutral(), other.neutral()),
                text(ways, "display", "Font of headings", base.display(), mine.display(), other.display()),
                text(ways, "body", "Font of text", base.body(), mine.body(), other.body()),
                text(ways, "mono", "Font of figures", base.mono(), mine.mono(), other.mono()),
                ways.pick(base.mode(), mine.mode(), other.mode(), new About<>("theme/mode", "Appearance", Enum::name)),
                ways.pick(
                        base.tokens(),
                        mine.tokens(),
                        other.tokens(),
                        new About<>("theme/tokens", "Sizes, corners and shadows", String::valueOf)));
    }

    private static String text(ThreeWay ways, String key, String where, String base, String mine, String other) {
        return ways.pick(base, mine, other, new About<>("theme/" + key, where, Function.identity()));
    }
}
