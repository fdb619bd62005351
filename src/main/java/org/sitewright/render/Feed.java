package org.sitewright.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitewright.library.Catalogue;
import org.sitewright.library.SectionKind;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.text.Html;
import tools.jackson.databind.JsonNode;

/// The articles of a site as an Atom feed (RFC 4287), newest first. An article is a page with a section whose kind
/// declares one, and it takes part when it says of which day it is: a feed may not leave that out.
final class Feed {
    static final String PATH = "feed.xml";
    private static final int MOST = 50;

    private Feed() {}

    /// One article.
    ///
    /// @param day as `yyyy-mm-dd`
    record Article(Page page, String title, String day, String lead, String author) {}

    static List<Article> articles(Site site, Catalogue catalogue, PictureSource pictures, String address) {
        Set<String> kinds = new HashSet<>();
        for (SectionKind kind : catalogue.kinds()) {
            if (kind.data().page().path("@type").asString("").equals("Article")) {
                kinds.add(kind.kind());
            }
        }
        List<Article> articles = new ArrayList<>();
        for (Page page : site.pages()) {
            boolean seen =
                    (page.isBuilt() || site.isHome(page.id())) && !page.seo().unlisted();
            page.sections().stream()
                    .filter(section -> seen && !section.hidden() && kinds.contains(section.kind()))
                    .findFirst()
                    .flatMap(section ->
                            article(section, catalogue, new PageContext(site, page, "", false, pictures), address))
                    .ifPresent(articles::add);
        }
        articles.sort(Comparator.comparing(Article::day).reversed());
        return articles;
    }

    private static Optional<Article> article(
            Section section, Catalogue catalogue, PageContext context, String address) {
        return catalogue
                .kind(section.kind())
                .flatMap(kind -> new SectionData(context, address, false)
                        .of(kind.data().page(), section.content(), kind.fields()))
                .filter(data -> data.has("datePublished"))
                .map(data -> new Article(
                        context.page(),
                        text(data, "headline"),
                        text(data, "datePublished"),
                        text(data, "description"),
                        text(data.path("author"), "name")));
    }

    private static String text(JsonNode data, String name) {
        return data.path(name).asString("");
    }

    /// @param articles newest first, at least one
    static OutputFile of(Site site, List<Article> articles, String address) {
        StringBuilder out = new StringBuilder(4_096).append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
        out.append(Html.escape(site.language())).append("\">\n");
        element("title", site.name(), out);
        element("subtitle", site.description(), out);
        element("id", "urn:uuid:" + site.id().value(), out);
        link("self", address + PATH, out);
        link("alternate", address, out);
        element("updated", instant(articles.getFirst().day()), out);
        out.append("<author>");
        element("name", site.name(), out);
        out.append("</author>\n");
        articles.stream().limit(MOST).forEach(article -> entry(site, article, address, out));
        out.append("</feed>\n");
        return OutputFile.of(
                PATH,
                "application/atom+xml; charset=utf-8",
                CacheControl.REVALIDATE,
                Bytes.of(out.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void entry(Site site, Article article, String address, StringBuilder out) {
        Page page = article.page();
        out.append("<entry>\n");
        element("title", article.title(), out);
        element("id", "urn:uuid:" + page.id().value(), out);
        link("alternate", address + (site.isHome(page.id()) ? "" : page.slug() + "/"), out);
        element("published", instant(article.day()), out);
        element("updated", instant(article.day()), out);
        if (!article.author().isEmpty()) {
            out.append("<author>");
            element("name", article.author(), out);
            out.append("</author>\n");
        }
        String lead = article.lead().isEmpty() ? page.description() : article.lead();
        element("summary", lead, out);
        out.append("</entry>\n");
    }

    private static String instant(String day) {
        return day + "T00:00:00Z";
    }

    private static void link(String rel, String href, StringBuilder out) {
        out.append("<link rel=\"").append(rel).append('"');
        out.append(TemplateFunctions.attribute("href", href)).append("/>\n");
    }

    private static void element(String name, String text, StringBuilder out) {
        if (!text.isBlank()) {
            out.append('<').append(name).append('>').append(Html.escape(text));
            out.append("</").append(name).append(">\n");
        }
    }
}
