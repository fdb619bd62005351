package org.sitewright.render;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sitewright.site.Section;
import org.sitewright.site.SectionStyle;
import org.sitewright.site.SectionStyle.Background;
import org.sitewright.site.SectionStyle.Space;
import org.sitewright.site.Value;

/// Turns the style of a section into class names, and puts the picture behind a section that has one. What the classes
/// mean stands in `assets/themes/grounds.css`.
public final class SectionGround {
    /// The gradients and patterns that a section may lie on.
    public static final List<String> GRADIENTS = List.of("dawn", "dusk", "glow", "mist", "spot");

    public static final List<String> PATTERNS = List.of("dots", "grid", "lines", "cross", "waves");

    private static final Set<String> BANDS = Set.of("night", "sunk");

    private SectionGround() {}

    /// @return class names with a space before each; empty for a plain style
    static String classes(Section section) {
        SectionStyle style = section.style();
        if (style.equals(SectionStyle.PLAIN)) {
            return "";
        }
        StringBuilder out = new StringBuilder(background(style.background()));
        space("above", style.above(), out);
        space("below", style.below(), out);
        style.hiddenOn()
                .forEach(screen -> out.append(" off-").append(screen.name().toLowerCase(Locale.ROOT)));
        return out.toString();
    }

    private static String background(Background background) {
        return switch (background) {
            case Background.None() -> "";
            case Background.Role(String role) when BANDS.contains(role) -> " ground tone-" + role;
            case Background.Role(String role)
            when role.matches("accent|plain|surface|panel-[1-6]") -> " ground tile t-" + role;
            case Background.Role(String unknown) -> "";
            case Background.Gradient(String name) when GRADIENTS.contains(name) -> " ground g-" + name;
            case Background.Gradient(String unknown) -> "";
            case Background.Pattern(String name) when PATTERNS.contains(name) -> " ground p-" + name;
            case Background.Pattern(String unknown) -> "";
            case Background.Picture picture -> " ground tone-night has-backdrop";
        };
    }

    private static void space(String side, Space space, StringBuilder out) {
        if (space != Space.AUTO) {
            out.append(' ').append(side).append('-').append(space.name().toLowerCase(Locale.ROOT));
        }
    }

    /// The section with its background picture as the first thing in it; as it is when it has none.
    static String behind(Section section, String html, PageContext page) {
        if (!(section.style().background() instanceof Background.Picture background)) {
            return html;
        }
        int end = endOfFirstTag(html);
        return page.pictures()
                .picture(background.media())
                .filter(found -> end > 0)
                .map(found -> html.substring(0, end) + "<div class=\"backdrop\" style=\"--dim:" + background.dim()
                        + "%\">"
                        + PictureMarkup.of(
                                new Value.Image(background.media(), "", background.focal()),
                                found,
                                page,
                                "100vw",
                                "fill",
                                false)
                        + "</div>" + html.substring(end))
                .orElse(html);
    }

    /// Behind the `>` of the first tag; a `>` within an attribute does not count.
    private static int endOfFirstTag(String html) {
        char quote = 0;
        for (int i = Math.max(0, html.indexOf('<')); i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return 0;
    }
}
