package org.sitewright.render;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.TextLink;

/// Writes links. Only schemes that are safe to follow come out; anything else leads nowhere.
final class Links {
    private static final String NOWHERE = "#";

    private Links() {}

    static String href(LinkTarget target, PageContext context) {
        return switch (target) {
            case LinkTarget.ToPage to -> page(to, context);
            case LinkTarget.ToAnchor to -> NOWHERE + to.anchor();
            case LinkTarget.ToUrl to -> url(to.url());
            case LinkTarget.ToMail to ->
                "mailto:"
                        + URLEncoder.encode(to.address(), StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("%40", "@");
            case LinkTarget.ToPhone to -> "tel:" + to.number().replaceAll("[^0-9+]", "");
            case LinkTarget.ToFile to ->
                context.pictures()
                        .picture(to.file())
                        .map(file -> context.file(file.url()))
                        .orElse(NOWHERE);
        };
    }

    /// Rich text with the addresses that its links have on a page. The canvas keeps them as they are written, since
    /// the text is edited there, and only marks those that lead to a page that is gone.
    static String inText(String html, PageContext context) {
        if (!context.canvas()) {
            return TextLink.resolve(html, target -> {
                String href = href(target, context);
                return href.equals(NOWHERE) ? "" : href;
            });
        }
        String marked = html;
        for (LinkTarget target : TextLink.in(html)) {
            if (target instanceof LinkTarget.ToPage to
                    && context.site().page(to.page()).isEmpty()) {
                String written = "<a href=\"page:" + to.page();
                marked = marked.replace(written, "<a class=\"sw-gone\"" + written.substring(2));
            }
        }
        return marked;
    }

    /// The address where it is `http` or `https` and can be one; otherwise one that leads nowhere.
    static String url(String url) {
        String trimmed = url.strip();
        String lower = trimmed.toLowerCase(Locale.ROOT);
        boolean isWeb = lower.startsWith("https://") || lower.startsWith("http://");
        return isWeb && trimmed.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>' || c == '"')
                ? trimmed.replace("\\", "%5C")
                        .replace("[", "%5B")
                        .replace("]", "%5D")
                        .replace("|", "%7C")
                : NOWHERE;
    }

    private static String page(LinkTarget.ToPage to, PageContext context) {
        boolean here = to.page().equals(context.page().id());
        if (here && !to.anchor().isEmpty()) {
            return NOWHERE + to.anchor();
        }
        String page = context.hrefOf(to.page());
        return to.anchor().isEmpty() || page.startsWith(NOWHERE) ? page : page + NOWHERE + to.anchor();
    }
}
