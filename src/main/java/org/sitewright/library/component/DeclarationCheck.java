package org.sitewright.library.component;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether one declaration, as `color: red`, may stand in a component.
final class DeclarationCheck {
    private static final Pattern PROPERTY = Pattern.compile("--[\\w-]{1,60}|-?[a-zA-Z][a-zA-Z-]{1,60}");
    private static final Pattern LOADS =
            Pattern.compile("(?<![\\w-])(?:-webkit-)?(?:image-set|image|src|cross-fade|element|paint|expression)\\(");
    private static final Pattern URL = Pattern.compile("(?<![\\w-])url\\(");
    private static final Pattern INLINE = Pattern.compile(
            "data:image/(?:png|jpeg|webp|gif|svg\\+xml)[;,][^<>\"'\\\\]*|#[\\w-]+", Pattern.CASE_INSENSITIVE);

    private DeclarationCheck() {}

    /// Why not; empty when it may.
    static Optional<String> fault(String declaration) {
        int colon = declaration.indexOf(':');
        if (colon < 1) {
            return Optional.of("This is neither a declaration nor a rule.");
        }
        String property = declaration.substring(0, colon).strip();
        String value = declaration.substring(colon + 1).strip();
        String mask = CssText.masked(value).toLowerCase(Locale.ROOT);
        if (!PROPERTY.matcher(property).matches() || value.isEmpty() || !CssText.isWhole(value)) {
            return Optional.of("A name, a colon and a value are wanted here.");
        }
        if (value.contains("</") || value.contains("<!") || mask.matches("(?s).*[{}<;@`].*")) {
            return Optional.of("These characters cannot stand in a value.");
        }
        String name = property.toLowerCase(Locale.ROOT);
        if (name.equals("behavior") || name.endsWith("binding")) {
            return Optional.of("It would run a program.");
        }
        if (name.equals("position") && mask.contains("fixed")) {
            return Optional.of("A component stays in its place on the page. Use sticky or absolute.");
        }
        return loads(value, mask);
    }

    private static Optional<String> loads(String value, String mask) {
        if (LOADS.matcher(mask).find()) {
            return Optional.of("Nothing is loaded from elsewhere.");
        }
        Matcher url = URL.matcher(mask);
        while (url.find()) {
            int end = CssText.closing(mask, url.end() - 1, mask.length());
            String inner =
                    value.substring(url.end(), Math.min(end, value.length())).strip();
            String bare = inner.replaceAll("^[\"']|[\"']$", "");
            if (!INLINE.matcher(bare).matches()) {
                return Optional.of(
                        "Nothing is loaded from elsewhere. Use a picture field, a gradient or a data:image.");
            }
        }
        return Optional.empty();
    }
}
