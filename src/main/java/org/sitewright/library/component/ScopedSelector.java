package org.sitewright.library.component;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rewrites a selector so that what it chooses lies within the component, whatever else it looks at.
final class ScopedSelector {
    private static final Pattern ROOT = Pattern.compile(
            "(?::(?:root|host|scope)|(?<![^\\s>+~,(])(?:html|body))(?![\\w(-])", Pattern.CASE_INSENSITIVE);
    private static final Pattern PSEUDO_ELEMENT = Pattern.compile("::([\\w-]*)");
    private static final Pattern OLD_PSEUDO_ELEMENT =
            Pattern.compile("(?<!:):(?:before|after|first-line|first-letter)(?![\\w-])");
    private static final Pattern PSEUDO_CLASS = Pattern.compile("(?<!:):([\\w-]+)");
    private static final Pattern LOOSE_BRACKET = Pattern.compile("(?<!:[\\w-]{1,40})\\(");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\[(?:[^\\]\"']|\"[^\"]*\"|'[^']*')*+\\]");
    private static final Set<String> PSEUDO_CLASSES = Set.of(
            ("root host scope before after first-line first-letter hover focus focus-visible focus-within active visited "
                            + "link any-link target checked indeterminate default disabled enabled required optional "
                            + "valid invalid user-valid user-invalid in-range out-of-range read-only read-write "
                            + "placeholder-shown autofill open closed popover-open modal first-child last-child "
                            + "only-child nth-child nth-last-child first-of-type last-of-type only-of-type nth-of-type "
                            + "nth-last-of-type empty is where not has dir lang playing paused defined")
                    .split(" "));
    private static final Set<String> PSEUDO_ELEMENTS = Set.of(
            "before",
            "after",
            "first-line",
            "first-letter",
            "marker",
            "placeholder",
            "selection",
            "file-selector-button",
            "details-content",
            "-webkit-details-marker",
            "-webkit-progress-bar",
            "-webkit-progress-value",
            "-moz-progress-bar",
            "-webkit-scrollbar",
            "-webkit-slider-thumb",
            "-webkit-slider-runnable-track",
            "-moz-range-thumb",
            "-moz-range-track",
            "-webkit-scrollbar-thumb");

    private final String scope;

    /// @param scope the class of the component's outer element
    ScopedSelector(String scope) {
        this.scope = "." + scope;
    }

    /// Why a selector cannot be used; empty when it can.
    Optional<String> fault(String selector, boolean nested) {
        String mask = CssText.masked(selector);
        if (selector.isBlank() || !CssText.isWhole(selector) || mask.matches("(?s).*[<;{}@!`%?].*")) {
            return Optional.of("This is no selector that can be kept.");
        }
        if (mask.indexOf('#') >= 0) {
            return Optional.of("An id differs in each use of a component. Choose by a class.");
        }
        String strip = mask.strip();
        if ((!nested && strip.matches("(?s)[>+~|].*")) || strip.matches("(?s).*[>+~|]")) {
            return Optional.of("Something is missing beside the combinator.");
        }
        if (!nested && mask.indexOf('&') >= 0) {
            return Optional.of("“&” only means something inside another rule.");
        }
        Matcher pseudo = PSEUDO_ELEMENT.matcher(mask);
        while (pseudo.find()) {
            if (!PSEUDO_ELEMENTS.contains(pseudo.group(1))) {
                return Optional.of("“::" + pseudo.group(1) + "” can reach out of the component.");
            }
        }
        if (LOOSE_BRACKET.matcher(mask).find()) {
            return Optional.of("A bracket only follows a state, as in “:not(…)”.");
        }
        String bare = ATTRIBUTE.matcher(selector).replaceAll("");
        if (bare.indexOf('"') >= 0 || bare.indexOf('\'') >= 0) {
            return Optional.of("A quoted text only stands in an attribute, as in “[lang=\"de\"]”.");
        }
        Matcher state = PSEUDO_CLASS.matcher(mask);
        while (state.find()) {
            if (!PSEUDO_CLASSES.contains(state.group(1).toLowerCase(Locale.ROOT))) {
                return Optional.of("“:" + state.group(1) + "” is not known.");
            }
        }
        return Optional.empty();
    }

    /// @param nested whether it stands inside a rule that is scoped already
    String scoped(String selector, boolean nested) {
        String tidy = rooted(selector.strip());
        boolean rooted = tidy.contains(scope);
        if (nested) {
            boolean free = CssText.masked(tidy).indexOf('&') < 0 && !tidy.startsWith("+") && !tidy.startsWith("~");
            return free && !rooted ? tidy : within(tidy);
        }
        return rooted ? within(tidy) : scope + " " + tidy;
    }

    /// `:root`, `html` and `body` mean the component's outer element.
    private String rooted(String selector) {
        Matcher root = ROOT.matcher(CssText.masked(selector));
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (root.find()) {
            out.append(selector, at, root.start()).append(scope);
            at = root.end();
        }
        String named = out.append(selector.substring(at)).toString();
        String twice = scope + " " + scope;
        return named.replaceAll("\\s+", " ").replace(twice, scope);
    }

    /// The selector with its last part held to elements of the component.
    private String within(String selector) {
        String mask = CssText.masked(selector);
        int last = 0;
        int at = 0;
        while (at < mask.length()) {
            at = CssText.next(mask, at, mask.length(), " >+~") + 1;
            if (at <= mask.length()) {
                last = at;
            }
        }
        String subject = mask.substring(last);
        boolean isOuter =
                subject.startsWith(scope) && !subject.substring(scope.length()).matches("(?s)[\\w-].*");
        if (isOuter) {
            return selector;
        }
        int into = last + beforePseudoElement(subject);
        return selector.substring(0, into) + ":is(" + scope + "," + scope + " *)" + selector.substring(into);
    }

    private static int beforePseudoElement(String compound) {
        Matcher old = OLD_PSEUDO_ELEMENT.matcher(compound);
        int at = compound.indexOf("::");
        int first = at < 0 ? compound.length() : at;
        return old.find() ? Math.min(first, old.start()) : first;
    }
}
