package org.sitewright.library.component;

import java.util.ArrayList;
import java.util.List;

/// Finds its way in CSS by the tokens of CSS Syntax Level 3: comments, quoted text and brackets.
final class CssText {
    private static final int DEEPEST = 24;

    private CssText() {}

    /// The text with comments replaced by spaces, so that every place keeps its line.
    static String withoutComments(String css) {
        StringBuilder out = new StringBuilder(css);
        int at = 0;
        while (at < css.length()) {
            char c = css.charAt(at);
            if (c == '"' || c == '\'') {
                at = pastQuoted(css, at, css.length());
            } else if (css.startsWith("/*", at)) {
                int end = css.indexOf("*/", at + 2);
                int past = end < 0 ? css.length() : end + 2;
                blank(out, at, past);
                at = past;
            } else {
                at++;
            }
        }
        return out.toString();
    }

    /// The text with what is quoted replaced by `x`; the quotes stay, and so does every place.
    static String masked(String css) {
        StringBuilder out = new StringBuilder(css);
        int at = 0;
        while (at < css.length()) {
            char c = css.charAt(at);
            if (c == '"' || c == '\'') {
                int end = pastQuoted(css, at, css.length());
                for (int i = at + 1; i < end - 1; i++) {
                    out.setCharAt(i, 'x');
                }
                at = end;
            } else {
                at++;
            }
        }
        return out.toString();
    }

    /// Where one of these characters stands first outside quotes and brackets; `to` when nowhere.
    static int next(String css, int from, int to, String wanted) {
        int at = from;
        while (at < to) {
            char c = css.charAt(at);
            if (wanted.indexOf(c) >= 0) {
                return at;
            }
            if (c == '(' || c == '[') {
                at = closing(css, at, to) + 1;
            } else if (c == '"' || c == '\'') {
                at = pastQuoted(css, at, to);
            } else {
                at++;
            }
        }
        return to;
    }

    /// Where the bracket closes that opens here; `to` when it does not.
    static int closing(String css, int open, int to) {
        StringBuilder expected = new StringBuilder();
        int at = open;
        while (at < to) {
            char c = css.charAt(at);
            int next = at + 1;
            switch (c) {
                case '"', '\'' -> next = pastQuoted(css, at, to);
                case '(' -> expected.append(')');
                case '[' -> expected.append(']');
                case '{' -> expected.append('}');
                case ')', ']', '}' -> {
                    if (expected.charAt(expected.length() - 1) != c) {
                        return to;
                    }
                    expected.setLength(expected.length() - 1);
                    if (expected.isEmpty()) {
                        return at;
                    }
                }
                default -> {}
            }
            at = next;
        }
        return to;
    }

    static List<String> split(String text, char by) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            int end = next(text, at, text.length(), String.valueOf(by));
            parts.add(text.substring(at, end));
            at = end + 1;
        }
        return parts;
    }

    /// Whether every quote and bracket closes and nothing is written with a backslash outside of quotes.
    static boolean isWhole(String text) {
        return isWhole(text, 0);
    }

    private static boolean isWhole(String text, int depth) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                int end = pastQuoted(text, at, text.length());
                if (end - at < 2
                        || text.charAt(end - 1) != c
                        || text.substring(at, end).indexOf('\n') >= 0) {
                    return false;
                }
                at = end;
            } else if (c == '(' || c == '[' || c == '{') {
                int end = closing(text, at, text.length());
                if (depth > DEEPEST || end == text.length() || !isWhole(text.substring(at + 1, end), depth + 1)) {
                    return false;
                }
                at = end + 1;
            } else if (c == ')' || c == ']' || c == '}' || c == '\\') {
                return false;
            } else {
                at++;
            }
        }
        return true;
    }

    static int line(String css, int at) {
        int line = 1;
        for (int i = 0; i < Math.min(at, css.length()); i++) {
            if (css.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /// Behind the quoted text that opens here. A line break ends it, as it does in a browser.
    private static int pastQuoted(String css, int from, int to) {
        char quote = css.charAt(from);
        int at = from + 1;
        while (at < to && css.charAt(at) != quote && css.charAt(at) != '\n') {
            at += css.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(to, at + 1);
    }

    private static void blank(StringBuilder out, int from, int to) {
        for (int i = from; i < to; i++) {
            if (out.charAt(i) != '\n') {
                out.setCharAt(i, ' ');
            }
        }
    }
}
