package org.sitewright.render;

import java.util.List;
import java.util.Optional;
import org.sitewright.library.color.Palette;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.Theme;
import org.sitewright.text.Html;

/// Writes what stands around the sections of a page: the head, with what search engines, cards and browsers read.
final class PageShell {
    private final SiteLook look;
    private final Site site;
    private final Palette palette;
    private final ContentPolicy policy = new ContentPolicy();

    PageShell(SiteLook look) {
        this.look = look;
        this.site = look.site();
        this.palette = Palette.of(site.theme());
    }

    /// @param card the picture that is shown where the page is shared, if there is one
    String page(Drawing drawing, Optional<Card> card) {
        PageContext context = drawing.context();
        String body = drawing.body();
        List<ComponentScripts.Written> scripts = look.scripts().on(context);
        StringBuilder out = new StringBuilder(body.length() + 4_000);
        out.append("<!doctype html>\n<html ").append(PageRenderer.language(site));
        out.append(TemplateFunctions.attribute(
                        "data-style", site.theme().style().folder()))
                .append(">\n<head>\n");
        out.append("<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(policy.of(body, scripts, !look.worker().isEmpty()))
                .append("\">\n<title>")
                .append(Html.escape(title(context.page())))
                .append("</title>\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        describe(drawing, card, out);
        icons(context, out);
        look.font().ifPresent(font -> out.append("<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin")
                .append(TemplateFunctions.attribute("href", context.up() + font))
                .append(">\n"));
        out.append("<link rel=\"stylesheet\"")
                .append(TemplateFunctions.attribute("href", context.up() + look.stylesheet()))
                .append(">\n");
        if (!drawing.facts().json().isEmpty()) {
            out.append("<script type=\"application/ld+json\">")
                    .append(drawing.facts().json())
                    .append("</script>\n");
        }
        if (!look.worker().isEmpty()) {
            out.append("<script defer")
                    .append(TemplateFunctions.attribute("src", context.up() + look.worker()))
                    .append("></script>\n");
        }
        out.append("</head>\n<body>\n");
        out.append(body);
        scripts.forEach(each -> out.append("<script defer")
                .append(TemplateFunctions.attribute(
                        "src", context.up() + each.file().path()))
                .append("></script>\n"));
        return out.append("</body>\n</html>\n").toString();
    }

    String title(Page page) {
        return title(site, page);
    }

    /// What the tab of a page says.
    static String title(Site site, Page page) {
        if (!page.seo().metaTitle().isBlank()) {
            return page.seo().metaTitle();
        }
        String title = page.title().isBlank() ? page.name() : page.title();
        boolean needsNoName = title.equals(site.name());
        return needsNoName || (site.isHome(page.id()) && title.equalsIgnoreCase("home"))
                ? site.name()
                : title + " – " + site.name();
    }

    private void describe(Drawing drawing, Optional<Card> card, StringBuilder out) {
        Page page = drawing.context().page();
        String address = look.options().address();
        boolean lost = drawing.path().equals("404.html");
        String description = page.seo().metaDescription().isBlank()
                ? page.description()
                : page.seo().metaDescription();
        meta("name", "description", description, out);
        meta("name", "keywords", String.join(", ", page.seo().keywords()), out);
        if (look.options().hidden()) {
            meta("name", "robots", "noindex, nofollow", out);
        } else if (page.seo().unlisted() || lost) {
            meta("name", "robots", "noindex", out);
        } else if (!address.isEmpty()) {
            out.append("<link rel=\"canonical\"")
                    .append(TemplateFunctions.attribute("href", address + drawing.path()))
                    .append(">\n");
        }
        if (!address.isEmpty() && !lost) {
            meta("property", "og:url", address + drawing.path(), out);
        }
        String published = drawing.facts().published();
        meta("property", "og:type", published.isEmpty() ? "website" : "article", out);
        meta("property", "article:published_time", published, out);
        meta("property", "og:site_name", site.name(), out);
        meta("property", "og:title", title(page), out);
        meta("property", "og:description", description, out);
        meta("property", "og:locale", site.language().replace('-', '_'), out);
        // A card's picture is asked for by programs that know the page only by its absolute address.
        card.filter(found -> !address.isEmpty()).ifPresent(found -> picture(found, page, out));
        meta("name", "twitter:card", card.isPresent() && !address.isEmpty() ? "summary_large_image" : "summary", out);
        if (look.feed()) {
            out.append("<link rel=\"alternate\" type=\"application/atom+xml\"")
                    .append(TemplateFunctions.attribute("title", site.name()))
                    .append(TemplateFunctions.attribute(
                            "href", drawing.context().up() + Feed.PATH))
                    .append(">\n");
        }
    }

    private void picture(Card card, Page page, StringBuilder out) {
        meta("property", "og:image", look.options().address() + card.path(), out);
        meta("property", "og:image:type", card.contentType(), out);
        meta("property", "og:image:width", Integer.toString(card.width()), out);
        meta("property", "og:image:height", Integer.toString(card.height()), out);
        meta("property", "og:image:alt", title(page), out);
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
        link("icon", " sizes=\"32x32\"", context.up() + "favicon.ico", out);
        link("icon", " type=\"image/svg+xml\"", context.up() + "favicon.svg", out);
        link("apple-touch-icon", "", context.up() + "apple-touch-icon.png", out);
        link("manifest", "", context.up() + WebManifest.PATH, out);
    }

    private static void link(String kind, String more, String href, StringBuilder out) {
        out.append("<link rel=\"").append(kind).append('"').append(more);
        out.append(TemplateFunctions.attribute("href", href)).append(">\n");
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
