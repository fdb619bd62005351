package org.sitewright.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The part of an address that names a page or site: lower-case ASCII letters, digits and single hyphens,
/// 1 to 60 characters.
public final class Slug {
    private static final int LONGEST = 60;
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("ø", "o"),
            Map.entry("œ", "oe"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ł", "l"),
            Map.entry("ı", "i"));

    /// Names that the build, hosts or file systems use for themselves, so that no page may have them.
    private static final Set<String> RESERVED = Set.of(
            "assets", "index", "404", "sitemap", "robots", "favicon", "manifest", "feed", "con", "prn", "aux", "nul");

    private Slug() {}

    /// The slug for any text; `fallback` where nothing of the text can be used (as with emoji alone).
    public static String of(String text, String fallback) {
        StringBuilder plain = new StringBuilder();
        String lower = text.length() > 400 ? text.substring(0, 400) : text;
        for (String letter : lower.toLowerCase(Locale.ROOT).split("")) {
            plain.append(LETTERS.getOrDefault(letter, letter));
        }
        String ascii = Normalizer.normalize(plain, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        if (ascii.length() > LONGEST) {
            ascii = ascii.substring(0, LONGEST).replaceAll("-+$", "");
        }
        return ascii.isEmpty() ? fallback : ascii;
    }

    /// Whether the text is a slug as it stands.
    public static boolean isSlug(String text) {
        return text.length() <= LONGEST && text.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    public static boolean isReserved(String slug) {
        return RESERVED.contains(slug) || slug.matches("(com|lpt)[0-9]");
    }

    /// The slug itself, or with the smallest number that makes it free: `prices`, `prices-2`, `prices-3`.
    public static String free(String slug, Predicate<String> taken) {
        String candidate = slug;
        for (int number = 2; taken.test(candidate) || isReserved(candidate); number++) {
            String ending = "-" + number;
            String start = slug.substring(0, Math.min(slug.length(), LONGEST - ending.length()));
            candidate = start.replaceAll("-+$", "") + ending;
        }
        return candidate;
    }
}
