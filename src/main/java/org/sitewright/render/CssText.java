package org.sitewright.render;

/// Takes comments and needless white space out of CSS. Text in quotes stays as it is.
final class CssText {
    private CssText() {}

    /// A tight stylesheet with a line for each declaration, as people write one.
    static String readable(String css) {
        StringBuilder out = new StringBuilder(css.length() * 2);
        int depth = 0;
        int brackets = 0;
        int at = 0;
        while (at < css.length()) {
            char c = css.charAt(at);
            if (c == '"' || c == '\'') {
                int end = closing(css, at);
                out.append(css, at, end);
                at = end;
                continue;
            }
            brackets += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '{') {
                out.append(" {");
                line(++depth, out);
            } else if (c == '}') {
                depth = Math.max(0, depth - 1);
                line(depth, out);
                out.append('}');
                line(depth, out);
            } else if (c == ';' && brackets == 0) {
                out.append(';');
                line(depth, out);
            } else if (c != '\n') {
                out.append(c);
            }
            at++;
        }
        return out.toString().strip() + "\n";
    }

    private static void line(int depth, StringBuilder out) {
        while (!out.isEmpty() && (out.charAt(out.length() - 1) == ' ' || out.charAt(out.length() - 1) == '\n')) {
            out.setLength(out.length() - 1);
        }
        out.append('\n').append("  ".repeat(depth));
    }

    static String tight(String css) {
        StringBuilder out = new StringBuilder(css.length());
        int at = 0;
        while (at < css.length()) {
            char c = css.charAt(at);
            if (c == '"' || c == '\'') {
                int end = closing(css, at);
                out.append(css, at, end);
                at = end;
            } else if (css.startsWith("/*", at)) {
                int end = css.indexOf("*/", at + 2);
                at = end < 0 ? css.length() : end + 2;
            } else if (Character.isWhitespace(c)) {
                space(out);
                at++;
            } else {
                if ("{};,>".indexOf(c) >= 0) {
                    unspace(out);
                }
                if (c == '}' && !out.isEmpty() && out.charAt(out.length() - 1) == ';') {
                    out.setLength(out.length() - 1);
                }
                out.append(c);
                at++;
            }
        }
        unspace(out);
        return out.append('\n').toString();
    }

    /// Behind the quote that closes the text that opens here.
    static int closing(String css, int from) {
        char quote = css.charAt(from);
        int at = from + 1;
        while (at < css.length() && css.charAt(at) != quote) {
            at += css.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(css.length(), at + 1);
    }

    private static void space(StringBuilder out) {
        if (!out.isEmpty() && " {};,>".indexOf(out.charAt(out.length() - 1)) < 0) {
            out.append(' ');
        }
    }

    private static void unspace(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }
}
