package org.sitewright.library.component;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The elements and attributes that the HTML of a component may use. What is not named here is not let through.
final class HtmlAllowed {
    static final Set<String> ELEMENTS = Set.of(
            "a abbr address article aside b bdi bdo blockquote br button caption cite code col colgroup data dd del details dfn div dl dt em fieldset figcaption figure footer form h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li mark menu meter nav ol optgroup option output p pre progress q rp rt ruby s samp search section select small span strong sub summary sup table tbody td textarea tfoot th thead time tr u ul var wbr svg g path circle ellipse line rect polyline polygon defs lineargradient radialgradient stop clippath"
                    .split(" "));
    /// Elements whose content must not come through either.
    static final Set<String> WITH_CONTENT = Set.of(
            "script style iframe frame frameset object embed applet noscript template math foreignobject title textpath noembed noframes plaintext xmp audio video canvas portal animate animatemotion animatetransform set use image filter mask"
                    .split(" "));
    private static final Set<String> ATTRIBUTES = Set.of(
            "class title lang dir role hidden tabindex id for name value type placeholder required disabled checked selected readonly multiple min max step minlength maxlength pattern autocomplete inputmode size rows cols colspan rowspan scope headers span start reversed datetime open low high optimum alt width height loading decoding rel label form action method enctype cite href target src style list translate xmlns viewbox fill stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset stroke-opacity fill-opacity fill-rule clip-rule clip-path d cx cy r rx ry x y x1 y1 x2 y2 points transform opacity offset stop-color stop-opacity gradienttransform gradientunits preserveaspectratio focusable pathlength"
                    .split(" "));
    /// Attributes that name elements of the same component by their ids.
    static final Set<String> REFERENCES = Set.of(
            "for",
            "headers",
            "list",
            "form",
            "aria-labelledby",
            "aria-describedby",
            "aria-controls",
            "aria-owns",
            "aria-details",
            "aria-activedescendant");
    private static final Pattern LINK = Pattern.compile("(?:https?://|mailto:|tel:|#)[^\\s<>\"]*|");
    private static final Pattern PICTURE =
            Pattern.compile("data:image/(?:png|jpeg|webp|gif|svg\\+xml)[;,][A-Za-z0-9+/=%;,._~:!*()'#?&-]*|");

    private HtmlAllowed() {}

    static boolean attribute(String name) {
        boolean extra = name.startsWith("aria-") || name.startsWith("data-");
        return ATTRIBUTES.contains(name) || (extra && name.matches("[a-z][a-z0-9-]*") && !name.startsWith("data-sw-"));
    }

    /// Why a value cannot stand; empty when it can.
    static String fault(String element, String name, String value) {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "href", "action" ->
                LINK.matcher(lower).matches() ? "" : "A link begins with https:, http:, mailto:, tel: or #.";
            case "src" ->
                PICTURE.matcher(value.strip()).matches()
                        ? ""
                        : "No picture is loaded from elsewhere. Use data-field-src, or a data:image.";
            case "method" -> lower.equals("get") || lower.equals("post") ? "" : "A form is sent by get or post.";
            case "target" -> lower.equals("_blank") || lower.equals("_self") ? "" : "Only _blank and _self are known.";
            case "type" ->
                element.equals("input") && (lower.equals("password") || lower.equals("file") || lower.equals("image"))
                        ? "A component asks for no passwords or files."
                        : "";
            case "tabindex" ->
                lower.equals("0") || lower.equals("-1") ? "" : "Only 0 and -1 keep the order of the page.";
            case "style" -> style(value);
            case "fill", "stroke", "clip-path" ->
                lower.contains("url(") && !lower.matches("url\\(#[\\w-]+\\)")
                        ? "It may only name a part of the drawing."
                        : "";
            default -> "";
        };
    }

    private static String style(String value) {
        for (String declaration : CssText.split(value, ';')) {
            if (!declaration.isBlank()) {
                String fault = DeclarationCheck.fault(declaration.strip()).orElse("");
                if (!fault.isEmpty()) {
                    return fault;
                }
            }
        }
        return "";
    }
}
