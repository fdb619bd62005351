package org.sitewright.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// The Content Security Policy of a page (W3C CSP3), read off the page itself: it allows the site's own files, the
/// exact inline styles that are there, and the other places that forms are sent to, that pictures and films come from,
/// and that the scripts of components name. A block of JSON-LD is data and needs no leave.
final class ContentPolicy {
    private static final Pattern ORIGIN = Pattern.compile("(?i)(https?|wss?)://([a-z0-9.-]+)(:\\d{1,5})?");
    private static final int MOST_HASHES = 2_000;

    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    /// What the markup of a page asks for.
    private record Asked(Set<String> styles, Set<String> forms, Set<String> pictures, Set<String> films) {
        Asked() {
            this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        }
    }

    /// @param scripts of components that run on the page
    /// @param app whether the page has a script of ours
    String of(String body, List<ComponentScripts.Written> scripts, boolean app) {
        Asked asked = asked(body);
        Set<String> others = new TreeSet<>();
        scripts.forEach(each -> others.addAll(origins(each.text())));
        String also = joined(others);
        String own = app || !scripts.isEmpty() ? "'self'" : "'none'";
        StringBuilder policy =
                new StringBuilder(400).append("default-src 'none'; script-src ").append(own);
        policy.append("; style-src 'self'");
        policy.append(asked.styles.isEmpty() ? "" : " 'unsafe-hashes'" + joined(asked.styles));
        policy.append("; img-src 'self' data:").append(joined(asked.pictures)).append(also);
        policy.append("; font-src 'self'; media-src 'self'")
                .append(joined(asked.films))
                .append(also);
        policy.append("; connect-src 'self'").append(also);
        policy.append("; manifest-src 'self'; worker-src ").append(own);
        policy.append(others.isEmpty() ? "" : "; frame-src" + also);
        policy.append("; form-action 'self'").append(joined(asked.forms));
        return policy.append("; base-uri 'none'").toString();
    }

    /// Every `="` may begin a value; what only looks like one, within text, does no harm.
    private Asked asked(String body) {
        Asked asked = new Asked();
        for (int at = body.indexOf("=\""); at > 0; at = body.indexOf("=\"", at + 2)) {
            switch (body.charAt(at - 1)) {
                case 'e' -> {
                    if (isNamed(body, at, "style")) {
                        asked.styles.add(hashed(value(body, at)));
                    }
                }
                case 'n' -> {
                    if (isNamed(body, at, "action") || isNamed(body, at, "formaction")) {
                        form(value(body, at), asked.forms);
                    }
                }
                case 'c', 't', 'r' -> {
                    if (isNamed(body, at, "src") || isNamed(body, at, "srcset") || isNamed(body, at, "poster")) {
                        source(body, at, asked);
                    }
                }
                default -> {
                    // No other attribute asks for anything.
                }
            }
        }
        return asked;
    }

    private static boolean isNamed(String body, int end, String name) {
        int start = end - name.length();
        return start > 0 && body.startsWith(name, start) && Character.isWhitespace(body.charAt(start - 1));
    }

    private static String value(String body, int equals) {
        int end = body.indexOf('"', equals + 2);
        return body.substring(equals + 2, end < 0 ? body.length() : end);
    }

    private static void source(String body, int equals, Asked asked) {
        String value = value(body, equals);
        if (value.contains("://")) {
            int open = body.lastIndexOf('<', equals);
            boolean plays = body.startsWith("<video", open)
                    || body.startsWith("<audio", open)
                    || body.startsWith("<track", open)
                    || (body.startsWith("<source", open) && isNamed(body, equals, "src"));
            (plays && !isNamed(body, equals, "poster") ? asked.films : asked.pictures).addAll(origins(value));
        }
    }

    private static void form(String action, Set<String> forms) {
        if (action.regionMatches(true, 0, "mailto:", 0, 7)) {
            forms.add("mailto:");
        } else {
            forms.addAll(origins(action));
        }
    }

    private static Set<String> origins(String value) {
        Set<String> origins = new TreeSet<>();
        Matcher each = ORIGIN.matcher(value);
        while (each.find()) {
            origins.add(each.group().toLowerCase(Locale.ROOT));
        }
        return origins;
    }

    private static String joined(Set<String> sources) {
        return sources.isEmpty() ? "" : " " + String.join(" ", sources);
    }

    private String hashed(String value) {
        if (hashes.size() > MOST_HASHES) {
            hashes.clear();
        }
        return hashes.computeIfAbsent(value, ContentPolicy::hash);
    }

    /// The hash of an attribute's value as a browser reads it.
    private static String hash(String value) {
        try {
            byte[] read = Parser.unescapeEntities(value, true).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(read);
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
