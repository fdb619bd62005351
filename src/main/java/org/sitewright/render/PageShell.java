package org.sitewright.render;

import java.util.Optional;
import org.sitewright.library.color.Palette;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.Theme;
import org.sitewright.text.Html;

/// Writes what stands around the sections of a page: the head, with what search engines, cards and browsers read.
final class PageShell {
    private final Site site;
    private final BuildOptions options;
    private final String stylesheet;
    private final Optional<String> fontToPreload;
    private final Palette palette;

    /// @param stylesheet its path from the site's root
    /// @param fontToPreload the font of the headings, from the site's root
    PageShell(Site site, BuildOptions options, String stylesheet, Optional<String> fontToPreload) {
        this.site = site;
        this.options = options;
        this.stylesheet = stylesheet;
        this.fontToPreload = fontToPreload;
        this.palette = Palette.of(site.theme());
    }

    /// @param path of the page's folder from the root: empty for home, else `prices/`
    /// @param picture the card picture's path from the root, or empty
    String page(PageContext context, String path, String picture, String body) {
        StringBuilder out = new StringBuilder(body.length() + 3_000);
        out.append("<!doctype html>\n<html ").append(PageRenderer.language(site));
        out.append(TemplateFunctions.attribute(
                        "data-style", site.theme().style().folder()))
                .append(">\n<head>\n");
        out.append("<meta charset=\"utf-8\">\n<title>")
                .append(Html.escape(title(context.page())))
                .append("</title>\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        describe(context.page(), path, picture, out);
        icons(context, out);
        fontToPreload.ifPresent(font -> out.append("<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin")
                .append(TemplateFunctions.attribute("href", context.up() + font))
                .append(">\n"));
        out.append("<link rel=\"stylesheet\"")
                .append(TemplateFunctions.attribute("href", context.up() + stylesheet))
                .append(">\n</head>\n<body>\n");
        return out.append(body).append("</body>\n</html>\n").toString();
    }

    String title(Page page) {
        if (!page.seo().metaTitle().isBlank()) {
            return page.seo().metaTitle();
        }
        String title = page.title().isBlank() ? page.name() : page.title();
        boolean needsNoName = title.equals(site.name());
        return needsNoName || (site.isHome(page.id()) && title.equalsIgnoreCase("home"))
                ? site.name()
                : title + " – " + site.name();
    }

    private void describe(Page page, String path, String picture, StringBuilder out) {
        String description = page.seo().metaDescription().isBlank()
                ? page.description()
                : page.seo().metaDescription();
        meta("name", "description", description, out);
        meta("name", "keywords", String.join(", ", page.seo().keywords()), out);
        if (page.seo().unlisted() || path.equals("404.html")) {
            meta("name", "robots", "noindex", out);
        } else if (!options.address().isEmpty()) {
            out.append("<link rel=\"canonical\"")
                    .append(TemplateFunctions.attribute("href", options.address() + path))
                    .append(">\n");
            meta("property", "og:url", options.address() + path, out);
        }
        meta("property", "og:type", "website", out);
        meta("property", "og:site_name", site.name(), out);
        meta("property", "og:title", title(page), out);
        meta("property", "og:description", description, out);
        meta("property", "og:locale", site.language().replace('-', '_'), out);
        if (!picture.isEmpty()) {
            meta(
                    "property",
                    "og:image",
                    options.address().isEmpty() ? "/" + picture : options.address() + picture,
                    out);
            meta("name", "twitter:card", "summary_large_image", out);
        } else {
            meta("name", "twitter:card", "summary", out);
        }
    }

    private void icons(PageContext context, StringBuilder out) {
        if (site.theme().mode() == Theme.ColorMode.AUTO) {
            out.append("<meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\"");
            out.append(TemplateFunctions.attribute("content", role(false))).append(">\n");
            out.append("<meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\"");
            out.append(TemplateFunctions.attribute("content", role(true))).append(">\n");
        } else {
            meta("name", "theme-color", role(site.theme().mode() == Theme.ColorMode.DARK), out);
        }
        out.append("<link rel=\"icon\" sizes=\"32x32\"")
                .append(TemplateFunctions.attribute("href", context.up() + "favicon.ico"));
        out.append(">\n<link rel=\"icon\" type=\"image/svg+xml\"")
                .append(TemplateFunctions.attribute("href", context.up() + "favicon.svg"));
        out.append(">\n<link rel=\"apple-touch-icon\"")
                .append(TemplateFunctions.attribute("href", context.up() + "apple-touch-icon.png"));
        out.append(">\n");
    }

    private String role(boolean dark) {
        return String.valueOf((dark ? palette.dark() : palette.light()).get("bg"));
    }

    private static void meta(String kind, String name, String content, StringBuilder out) {
        if (!content.isBlank()) {
            out.append("<meta ").append(kind).append("=\"").append(name).append('"');
            out.append(TemplateFunctions.attribute("content", content)).append(">\n");
        }
    }
}
