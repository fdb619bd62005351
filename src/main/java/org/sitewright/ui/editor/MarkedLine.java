package org.sitewright.ui.editor;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.sitewright.text.Html;

/// Reads the marks inside a paragraph. A mark that never closes means itself. Looking for closing marks ends after a
/// number of steps in proportion to the text, so that a row of stars holds nothing up.
final class MarkedLine {
    private static final String MARKS = "\\*[]()`#->.";
    private static final int DEEPEST = 16;

    private final String text;
    private final Set<String> hopeless = new HashSet<>();
    private int at;
    private int depth;
    private long patience;

    MarkedLine(String text) {
        this.text = text;
    }

    String html() {
        at = 0;
        patience = 64L * text.length() + 1024;
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            out.append(next());
        }
        return out.toString();
    }

    /// Plain text with a `\` before what would else be read as a mark.
    static String escape(String plain) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char sign = plain.charAt(i);
            boolean alone = isSpace(plain, i - 1) && isSpace(plain, i + 1) && plain.length() > 1;
            boolean means =
                    switch (sign) {
                        case '*' -> !alone;
                        case '[', '`' -> true;
                        case '\\' -> i + 1 == plain.length() || MARKS.indexOf(plain.charAt(i + 1)) >= 0;
                        default -> false;
                    };
            out.append(means ? "\\" : "").append(sign);
        }
        return out.toString();
    }

    /// What stands here, as HTML.
    private String next() {
        char sign = text.charAt(at);
        if (sign == '\\' && at + 1 < text.length() && MARKS.indexOf(text.charAt(at + 1)) >= 0) {
            at += 2;
            return escaped(text.charAt(at - 1));
        }
        Optional<String> marked =
                switch (sign) {
                    case '*' -> stars();
                    case '`' -> code();
                    case '[' -> link();
                    default -> Optional.empty();
                };
        return marked.orElseGet(() -> escaped(text.charAt(at++)));
    }

    private Optional<String> stars() {
        Optional<String> outer = text.startsWith("***", at) ? around("*", "em") : Optional.empty();
        return outer.or(() -> around("**", "strong")).or(() -> around("*", "em"));
    }

    private Optional<String> around(String mark, String tag) {
        if (!text.startsWith(mark, at) || isSpace(text, at + mark.length())) {
            return Optional.empty();
        }
        return inside(mark, mark).map(inner -> "<" + tag + ">" + inner + "</" + tag + ">");
    }

    private Optional<String> link() {
        int start = at;
        Optional<String> words = inside("[", "](");
        int end = words.isPresent() ? text.indexOf(')', at) : -1;
        if (end <= at || text.substring(at, end).chars().anyMatch(Character::isWhitespace)) {
            at = start;
            return Optional.empty();
        }
        String address = text.substring(at, end);
        at = end + 1;
        return words.map(inner -> "<a href=\"" + Html.escape(address) + "\">" + inner + "</a>");
    }

    private Optional<String> code() {
        int end = text.indexOf('`', at + 1);
        int line = text.indexOf('\n', at);
        if (end <= at + 1 || (line >= 0 && line < end)) {
            return Optional.empty();
        }
        String inner = Html.escape(text.substring(at + 1, end));
        at = end + 1;
        return Optional.of("<code>" + inner + "</code>");
    }

    /// What stands between two marks; empty when there is no second one, and then nothing was read.
    private Optional<String> inside(String open, String close) {
        int start = at;
        if (depth > DEEPEST || patience < 0 || hopeless.contains(open + start)) {
            return Optional.empty();
        }
        at += open.length();
        depth++;
        StringBuilder out = new StringBuilder();
        while (at < text.length() && patience-- > 0) {
            if (closes(close) && !out.isEmpty()) {
                at += close.length();
                depth--;
                return Optional.of(out.toString());
            }
            out.append(next());
        }
        depth--;
        hopeless.add(open + start);
        at = start;
        return Optional.empty();
    }

    private boolean closes(String mark) {
        if (!text.startsWith(mark, at) || isSpace(text, at - 1)) {
            return false;
        }
        // Two stars inside emphasis are the end of it only where a third one follows.
        return !mark.equals("*") || !text.startsWith("**", at) || text.startsWith("***", at);
    }

    private static String escaped(char sign) {
        return switch (sign) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            default -> String.valueOf(sign);
        };
    }

    private static boolean isSpace(String text, int at) {
        return at < 0 || at >= text.length() || Character.isWhitespace(text.charAt(at));
    }
}
