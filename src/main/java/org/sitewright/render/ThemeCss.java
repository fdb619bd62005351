package org.sitewright.render;

import org.sitewright.site.ThemeTokens;

/// The custom properties by which a theme departs from its style; they stand behind the style's own.
final class ThemeCss {
    private ThemeCss() {}

    static String of(ThemeTokens tokens) {
        if (tokens.equals(ThemeTokens.OF_STYLE)) {
            return "";
        }
        StringBuilder css = new StringBuilder();
        if (tokens.scale() != 100) {
            css.append("html{font-size:").append(tokens.scale()).append("%}");
        }
        StringBuilder root = new StringBuilder();
        root.append(
                switch (tokens.corners()) {
                    case STYLE -> "";
                    case SQUARE -> corners("0", "0", "0");
                    case SLIGHT -> corners("2px", "4px", "6px");
                    case SOFT -> corners(".5rem", ".75rem", "1rem");
                    case ROUND -> corners(".875rem", "1.5rem", "2.25rem");
                });
        root.append(
                switch (tokens.density()) {
                    case STYLE -> "";
                    case TIGHT -> ";--dense:.78";
                    case CALM -> ";--dense:1";
                    case AIRY -> ";--dense:1.28";
                });
        root.append(
                switch (tokens.rhythm()) {
                    case STYLE -> "";
                    case CLOSE -> ";--beat:.65";
                    case EVEN -> ";--beat:1";
                    case WIDE -> ";--beat:1.35";
                });
        root.append(
                switch (tokens.shadows()) {
                    case STYLE -> "";
                    case NONE -> ";--shadow:none";
                    case SOFT -> ";--shadow:0 1px 2px rgb(0 0 0/.06),0 8px 24px rgb(0 0 0/.07)";
                    case DEEP -> ";--shadow:0 2px 4px rgb(0 0 0/.08),0 24px 48px -12px rgb(0 0 0/.22)";
                });
        root.append(
                switch (tokens.buttons()) {
                    case STYLE, OUTLINE, UNDERLINE -> "";
                    case SQUARE -> ";--r-btn:0";
                    case ROUNDED -> ";--r-btn:.5rem";
                    case PILL -> ";--r-btn:99rem";
                });
        if (!root.isEmpty()) {
            css.append(":root{").append(root.substring(1)).append('}');
        }
        css.append(
                switch (tokens.buttons()) {
                    case STYLE, SQUARE, ROUNDED, PILL -> "";
                    case OUTLINE ->
                        ".btn:not(.btn--2){background:none;color:var(--text);border:2px solid currentColor}"
                                + ".btn:not(.btn--2):hover{background:var(--text);color:var(--bg);border-color:var(--text)}";
                    case UNDERLINE ->
                        ".btn:not(.btn--2){background:none;color:var(--link);border:0;border-radius:0;padding-inline:0;"
                                + "text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.3em}"
                                + ".btn:not(.btn--2):hover{background:none;color:var(--text);transform:none}";
                });
        return css.append('\n').toString();
    }

    private static String corners(String small, String middle, String large) {
        return ";--r-s:" + small + ";--r-m:" + middle + ";--r-l:" + large + ";--r-pic:" + middle;
    }
}
