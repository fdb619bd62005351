package org.sitewright.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Leaves out of a tight stylesheet the rules that no element of the pages can match, because a class that they ask for
/// stands nowhere. What it does not understand it keeps.
final class UsedCss {
    private static final Pattern CLASSES = Pattern.compile("\\sclass=\"([^\"]*)\"");
    private static final List<String> GROUPS = List.of("@media", "@container", "@supports", "@layer");
    private static final List<String> ANY_OF = List.of(":is", ":where", ":has");

    private final Set<String> classes;

    private UsedCss(Set<String> classes) {
        this.classes = classes;
    }

    /// Adds the classes that stand in this markup.
    static void collect(String html, Set<String> classes) {
        Matcher each = CLASSES.matcher(html);
        while (each.find()) {
            classes.addAll(List.of(each.group(1).split("\\s+")));
        }
    }

    static String of(String css, Set<String> classes) {
        return new UsedCss(classes).rules(css);
    }

    private String rules(String css) {
        StringBuilder out = new StringBuilder(css.length());
        int at = 0;
        while (at < css.length()) {
            int open = next(css, at, "{;");
            if (open == css.length() || css.charAt(open) == ';') {
                int end = Math.min(css.length(), open + 1);
                out.append(css, at, end);
                at = end;
                continue;
            }
            int close = closing(css, open);
            rule(css.substring(at, open).strip(), css.substring(open + 1, close), out);
            at = Math.min(css.length(), close + 1);
        }
        return out.toString();
    }

    private void rule(String prelude, String body, StringBuilder out) {
        String kept = prelude;
        String inner = body;
        if (GROUPS.stream().anyMatch(prelude::startsWith)) {
            inner = rules(body);
        } else if (!prelude.startsWith("@")) {
            kept = String.join(
                    ",", parts(prelude).stream().filter(this::canMatch).toList());
        }
        if (!kept.isEmpty() && !inner.isBlank()) {
            out.append(kept).append('{').append(inner).append('}');
        }
    }

    private boolean canMatch(String selector) {
        int at = 0;
        while (at < selector.length()) {
            switch (selector.charAt(at)) {
                // An escaped name is not worth reading.
                case '\\' -> {
                    return true;
                }
                case '[' -> at = closing(selector, at) + 1;
                case '(' -> {
                    int close = closing(selector, at);
                    String before = selector.substring(0, at);
                    boolean choice = ANY_OF.stream().anyMatch(before::endsWith);
                    if (choice
                            && parts(selector.substring(at + 1, close)).stream().noneMatch(this::canMatch)) {
                        return false;
                    }
                    at = close + 1;
                }
                case '.' -> {
                    int end = at + 1;
                    while (end < selector.length() && isName(selector.charAt(end))) {
                        end++;
                    }
                    if (!classes.contains(selector.substring(at + 1, end))) {
                        return false;
                    }
                    at = end;
                }
                default -> at++;
            }
        }
        return true;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c > 127;
    }

    /// What stands between commas, where those in brackets and quotes do not count.
    private static List<String> parts(String list) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at <= list.length()) {
            int comma = next(list, at, ",");
            parts.add(list.substring(at, comma));
            at = comma + 1;
        }
        return parts;
    }

    /// The first of these characters from here on that is neither quoted nor within brackets; else the end.
    private static int next(String css, int from, String wanted) {
        int at = from;
        while (at < css.length()) {
            char c = css.charAt(at);
            if (wanted.indexOf(c) >= 0) {
                return at;
            }
            at = c == '(' || c == '[' ? closing(css, at) + 1 : past(css, at);
        }
        return css.length();
    }

    /// Where the bracket closes that opens here; else the end.
    private static int closing(String css, int open) {
        int depth = 0;
        int at = open;
        while (at < css.length()) {
            char c = css.charAt(at);
            if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if ((c == ')' || c == ']' || c == '}') && --depth == 0) {
                return at;
            }
            at = past(css, at);
        }
        return css.length();
    }

    /// Behind this character or, where a quote opens, behind the quoted text.
    private static int past(String css, int at) {
        char c = css.charAt(at);
        if (c == '\\') {
            return Math.min(css.length(), at + 2);
        }
        return c == '"' || c == '\'' ? CssText.closing(css, at) : at + 1;
    }
}
