package org.sitewright.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps of a drawing's styles what can only change how it looks: no address outside the drawing, no rule that loads
/// something, nothing hidden behind escapes.
final class SvgCss {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(\\*/|\\z)", Pattern.DOTALL);
    private static final Pattern PROPERTY = Pattern.compile("-{0,2}[a-zA-Z][a-zA-Z0-9-]*");
    private static final Pattern SELECTOR = Pattern.compile("[\\w\\s.#,:>+~*()\\[\\]=\"'^$|-]+");
    private static final Pattern FUNCTION = Pattern.compile("([a-zA-Z-]+)\\s*\\(([^()]*)");
    private static final Pattern LOCAL = Pattern.compile("\\s*(['\"]?)#[\\w.:-]+\\1\\s*");
    private static final Pattern LOADING =
            Pattern.compile("(expression|image|image-set|-webkit-image-set|src|cross-fade|element|paint|attr|env)");

    private SvgCss() {}

    /// A value of one property or presentation attribute; whether it is harmless.
    static boolean isSafeValue(String value) {
        if (value.length() > 5_000 || value.chars().anyMatch(c -> c == '\\' || c == '<' || c == '@' || c == '{')) {
            return false;
        }
        String lower = value.toLowerCase(Locale.ROOT);
        if (lower.contains("javascript:") || lower.contains("/*")) {
            return false;
        }
        Matcher function = FUNCTION.matcher(lower);
        while (function.find()) {
            String name = function.group(1);
            boolean address = name.equals("url");
            if ((address && !LOCAL.matcher(function.group(2)).matches())
                    || LOADING.matcher(name).matches()) {
                return false;
            }
        }
        return true;
    }

    /// The declarations of a style attribute that are safe.
    static String declarations(String style) {
        List<String> kept = new ArrayList<>();
        for (String declaration : uncommented(style).split(";")) {
            int colon = declaration.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String property = declaration.substring(0, colon).strip();
            String value = declaration.substring(colon + 1).strip();
            String lower = property.toLowerCase(Locale.ROOT);
            boolean known =
                    PROPERTY.matcher(property).matches() && !lower.equals("behavior") && !lower.endsWith("binding");
            if (known && !value.isEmpty() && isSafeValue(value)) {
                kept.add(property + ":" + value);
            }
        }
        return String.join(";", kept);
    }

    /// The plain rules of a style sheet with their safe declarations; every rule that begins with `@` is left out.
    static String sheet(String css) {
        String text = uncommented(css);
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            if (open < 0) {
                break;
            }
            String selector = text.substring(at, open).strip();
            int statement = selector.lastIndexOf(';');
            selector = selector.substring(statement + 1).strip();
            int close = end(text, open);
            if (SELECTOR.matcher(selector).matches()) {
                String declarations = declarations(text.substring(open + 1, close));
                if (!declarations.isEmpty()) {
                    kept.append(selector).append('{').append(declarations).append('}');
                }
            }
            at = close + 1;
        }
        return kept.toString();
    }

    /// Where the block ends that opens there; the end of the text when it never does.
    private static int end(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private static String uncommented(String css) {
        return COMMENT.matcher(css).replaceAll(" ");
    }
}
