package org.sitewright.library.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitewright.library.component.CodeProblem.Part;

/// The CSS of a component, written anew so that it cannot reach anything outside: every rule is held to the component's
/// outer element, animations carry its name, nothing is loaded. What cannot be held is left out and reported. The
/// order of CSS Syntax Level 3 and of CSS Nesting is kept; each piece that comes out is whole by itself.
public final class ScopedCss {
    private static final int DEEPEST = 12;
    private static final Set<String> GROUPS = Set.of("media", "supports", "container", "starting-style", "layer");
    private static final Map<String, String> WHY_NOT = Map.of(
            "import", "Nothing is loaded from elsewhere.",
            "font-face", "Fonts come from the theme: var(--font-display), var(--font-body), var(--font-mono).",
            "property", "It would hold for the whole page.",
            "page", "It would hold for the whole page.",
            "charset", "The page says how it is written.",
            "namespace", "It is not needed.",
            "scope", "A component is kept apart already.",
            "counter-style", "It would hold for the whole page.");
    private static final Pattern KEYFRAMES = Pattern.compile("@(?:-webkit-)?keyframes\\s+([\\w-]+)");
    private static final Pattern ODD = Pattern.compile("url\\(|[<;@!{}]", Pattern.CASE_INSENSITIVE);
    private static final Pattern FRAME =
            Pattern.compile("(?:from|to|\\d{1,3}(?:\\.\\d+)?%)(?:\\s*,\\s*(?:from|to|\\d{1,3}(?:\\.\\d+)?%))*");

    private final String css;
    private final String scope;
    private final ScopedSelector selectors;
    private final Set<String> animations = new TreeSet<>();
    private final List<CodeProblem> problems = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    private ScopedCss(String css, String scope) {
        this.css = CssText.withoutComments(
                css.replace("\r\n", "\n").replace('\r', '\n').replace('\f', '\n'));
        this.scope = scope;
        this.selectors = new ScopedSelector(scope);
        Matcher frames = KEYFRAMES.matcher(this.css);
        while (frames.find()) {
            animations.add(frames.group(1));
        }
        rules(0, this.css.length(), 0, false);
    }

    /// @param scope the class of the outer element: letters, digits and hyphens
    public static ScopedCss of(String css, String scope) {
        return new ScopedCss(css, scope);
    }

    public String text() {
        return out.toString();
    }

    /// What was left out, from top to bottom.
    public List<CodeProblem> problems() {
        return List.copyOf(problems);
    }

    private void rules(int from, int to, int depth, boolean nested) {
        int at = from;
        while (at < to) {
            char c = css.charAt(at);
            if (Character.isWhitespace(c) || c == ';') {
                at++;
                continue;
            }
            int end = CssText.next(css, at, to, "{};");
            if (end < to && css.charAt(end) == '}') {
                problem(end, "}", "Nothing is open here that this could close.");
                at = end + 1;
            } else if (end < to && css.charAt(end) == '{') {
                int close = CssText.closing(css, end, to);
                if (close == to) {
                    problem(at, css.substring(at, end), "Its { or a quote or bracket inside it never closes.");
                    return;
                }
                block(at, end, close, depth, nested);
                at = close + 1;
            } else {
                statement(at, end, nested);
                at = end + 1;
            }
        }
    }

    private void statement(int at, int end, boolean nested) {
        String text = css.substring(at, end).strip();
        if (text.startsWith("@")) {
            refuseAtRule(at, text);
        } else if (!nested) {
            problem(at, text, "A declaration belongs inside a rule.");
        } else {
            Optional<String> fault = DeclarationCheck.fault(text);
            if (fault.isPresent()) {
                problem(at, text, fault.get());
            } else {
                out.append(declaration(text)).append(';');
            }
        }
    }

    private void block(int at, int open, int close, int depth, boolean nested) {
        String prelude = css.substring(at, open).strip();
        if (depth > DEEPEST) {
            problem(at, prelude, "Rules are nested too deep.");
        } else if (prelude.startsWith("@")) {
            atRule(at, prelude, open, close, depth, nested);
        } else if (prelude.startsWith("--")) {
            problem(at, prelude, "A property of one’s own cannot hold a block.");
        } else {
            rule(at, prelude, open, close, depth, nested);
        }
    }

    private void rule(int at, String prelude, int open, int close, int depth, boolean nested) {
        List<String> kept = new ArrayList<>();
        for (String selector : CssText.split(prelude, ',')) {
            Optional<String> fault = selectors.fault(selector, nested);
            if (fault.isPresent()) {
                problem(at, selector, fault.get());
            } else {
                kept.add(selectors.scoped(selector, nested));
            }
        }
        if (!kept.isEmpty()) {
            enclosed(String.join(",", kept), () -> rules(open + 1, close, depth + 1, true));
        }
    }

    private void atRule(int at, String prelude, int open, int close, int depth, boolean nested) {
        String name = name(prelude);
        if (name.equals("keyframes") || name.equals("-webkit-keyframes")) {
            keyframes(at, prelude, open, close);
        } else if (!GROUPS.contains(name)) {
            refuseAtRule(at, prelude);
        } else if (!CssText.isWhole(prelude)
                || ODD.matcher(prelude.substring(1)).find()) {
            problem(at, prelude, "This condition cannot be kept.");
        } else {
            String condition = prelude.substring(name.length() + 1).strip().replaceAll("\\s+", " ");
            String kept = name.equals("layer") && !condition.isEmpty() ? scope + "-" + layer(condition) : condition;
            enclosed("@" + name + (kept.isEmpty() ? "" : " " + kept), () -> rules(open + 1, close, depth + 1, nested));
        }
    }

    private static String layer(String names) {
        return names.replaceAll("[^\\w-]", "-");
    }

    private void keyframes(int at, String prelude, int open, int close) {
        String name = prelude.substring(name(prelude).length() + 1).strip();
        if (!name.matches("[A-Za-z_-][\\w-]*")) {
            problem(at, prelude, "An animation needs a name of letters.");
            return;
        }
        enclosed("@keyframes " + scope + "-" + name, () -> {
            int from = open + 1;
            while (from < close) {
                int brace = CssText.next(css, from, close, "{");
                if (brace == close) {
                    break;
                }
                int end = CssText.closing(css, brace, close);
                String frame = css.substring(from, brace).strip();
                if (end == close || !FRAME.matcher(frame).matches()) {
                    problem(from, frame, "A step of an animation is from, to or a percentage.");
                } else {
                    enclosed(frame, () -> declarations(brace + 1, end));
                }
                from = end + 1;
            }
        });
    }

    private void declarations(int from, int to) {
        int at = from;
        while (at < to) {
            int end = CssText.next(css, at, to, ";{}");
            if (!css.substring(at, end).isBlank()) {
                statement(at, end, true);
            }
            at = end + 1;
        }
    }

    private void refuseAtRule(int at, String text) {
        problem(at, text, WHY_NOT.getOrDefault(name(text), "This rule is not known to stay within the component."));
    }

    private void enclosed(String prelude, Runnable inner) {
        int before = out.length();
        out.append(prelude).append('{');
        int start = out.length();
        inner.run();
        if (out.length() == start) {
            out.setLength(before);
            return;
        }
        if (out.charAt(out.length() - 1) == ';') {
            out.setLength(out.length() - 1);
        }
        out.append('}');
    }

    private String declaration(String text) {
        int colon = text.indexOf(':');
        String property = text.substring(0, colon).strip();
        String value = text.substring(colon + 1).strip().replace('\n', ' ');
        String lower = property.toLowerCase(Locale.ROOT);
        if (lower.endsWith("animation") || lower.endsWith("animation-name")) {
            for (String name : animations) {
                value = value.replaceAll("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])", scope + "-" + name);
            }
        }
        return property + ":" + value;
    }

    private static String name(String atRule) {
        int end = 1;
        while (end < atRule.length() && (Character.isLetterOrDigit(atRule.charAt(end)) || atRule.charAt(end) == '-')) {
            end++;
        }
        return atRule.substring(1, end).toLowerCase(Locale.ROOT);
    }

    private void problem(int at, String what, String why) {
        problems.add(new CodeProblem(Part.CSS, CssText.line(css, at), CodeProblem.shortened(what), why));
    }
}
