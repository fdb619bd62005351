package org.sitewright.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.sitewright.text.Html;

/// How a link stands in rich text: `page:<uuid>#anchor` for a page of the site, `media:<sha256>` for a file of it,
/// `#anchor`, `mailto:`, `tel:`, or a web address. A page can so change its address without a text being touched.
public final class TextLink {
    private static final Pattern IN_TEXT = Pattern.compile("<a href=\"((?:page|media):[^\"]*)\"([^>]*)>");
    private static final Pattern ANY = Pattern.compile("<a href=\"([^\"]*)\"");

    private TextLink() {}

    /// The address to write; empty for a link that leads nowhere.
    public static String href(LinkTarget target) {
        return switch (target) {
            case LinkTarget.ToPage(PageId page, String anchor) ->
                "page:" + page + (anchor.isEmpty() ? "" : "#" + anchor);
            case LinkTarget.ToAnchor(String anchor) -> anchor.isEmpty() ? "" : "#" + anchor;
            case LinkTarget.ToUrl(String url) -> url.strip();
            case LinkTarget.ToMail(String address) -> address.isBlank() ? "" : "mailto:" + address.strip();
            case LinkTarget.ToPhone(String number) -> number.isBlank() ? "" : "tel:" + number.replaceAll("[^0-9+]", "");
            case LinkTarget.ToFile(MediaId file) -> "media:" + file;
        };
    }

    /// What an address of a rich text leads to; empty for what is none of ours.
    public static Optional<LinkTarget> read(String href) {
        String lower = href.toLowerCase(Locale.ROOT);
        try {
            if (lower.startsWith("page:")) {
                int hash = href.indexOf('#');
                String id = href.substring(5, hash < 0 ? href.length() : hash);
                String anchor = hash < 0 ? "" : href.substring(hash + 1);
                return Optional.of(new LinkTarget.ToPage(new PageId(UUID.fromString(id)), anchor));
            }
            if (lower.startsWith("media:")) {
                return Optional.of(new LinkTarget.ToFile(new MediaId(href.substring(6))));
            }
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
        if (lower.startsWith("#")) {
            return Optional.of(new LinkTarget.ToAnchor(href.substring(1)));
        }
        if (lower.startsWith("mailto:")) {
            return Optional.of(new LinkTarget.ToMail(href.substring(7)));
        }
        if (lower.startsWith("tel:")) {
            return Optional.of(new LinkTarget.ToPhone(href.substring(4)));
        }
        return lower.startsWith("http://") || lower.startsWith("https://")
                ? Optional.of(new LinkTarget.ToUrl(href))
                : Optional.empty();
    }

    /// Where the links of a rich text lead.
    public static List<LinkTarget> in(String html) {
        if (!html.contains("<a ")) {
            return List.of();
        }
        return ANY.matcher(html)
                .results()
                .map(found -> unescaped(found.group(1)))
                .flatMap(href -> read(href).stream())
                .toList();
    }

    /// The rich text with the addresses of pages and files as `address` gives them. Where it gives an empty one, the
    /// words stay and the link goes.
    ///
    /// @param html as [RichText] leaves it
    public static String resolve(String html, Function<LinkTarget, String> address) {
        if (!html.contains("\"page:") && !html.contains("\"media:")) {
            return html;
        }
        StringBuilder out = new StringBuilder();
        Matcher link = IN_TEXT.matcher(html);
        int end = 0;
        while (link.find()) {
            if (link.start() < end) {
                continue;
            }
            String href = read(unescaped(link.group(1))).map(address).orElse("");
            out.append(html, end, link.start());
            int close = html.indexOf("</a>", link.end());
            if (!href.isEmpty() || close < 0) {
                out.append("<a href=\"")
                        .append(Html.escape(href))
                        .append('"')
                        .append(link.group(2))
                        .append('>');
                end = link.end();
            } else {
                out.append(html, link.end(), close);
                end = close + 4;
            }
        }
        return out.append(html, end, html.length()).toString();
    }

    private static String unescaped(String attribute) {
        return Parser.unescapeEntities(attribute, true);
    }
}
