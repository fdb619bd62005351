package org.sitewright.render;

import java.util.Optional;
import java.util.UUID;
import org.sitewright.library.Catalogue;
import org.sitewright.library.SectionKind;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MenuItem;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import org.sitewright.text.Html;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a page tells search engines in JSON-LD (W3C JSON-LD 1.1, vocabulary of https://schema.org).
final class PageFacts {
    private static final UUID NOT_FOUND = new UUID(0, 404);

    private final Catalogue catalogue;
    private final String address;
    private final Optional<ObjectNode> presented;

    /// @param presented whom the site is about
    PageFacts(Catalogue catalogue, String address, Optional<ObjectNode> presented) {
        this.catalogue = catalogue;
        this.address = address;
        this.presented = presented;
    }

    /// What the head of a page writes.
    ///
    /// @param json the content of the script element, which nothing in it can end; empty for nothing to say
    /// @param published the day of the article that the page is; empty when it is none
    record Facts(String json, String published) {
        static final Facts NONE = new Facts("", "");
    }

    Facts of(PageContext context) {
        Site site = context.site();
        Page page = context.page();
        if (page.id().value().equals(NOT_FOUND) || !context.isShown(page)) {
            return Facts.NONE;
        }
        ArrayNode graph = Json.array();
        if (site.isHome(page.id())) {
            graph.add(website(site));
            presented.ifPresent(graph::add);
        } else if (!address.isEmpty()) {
            graph.add(breadcrumbs(site, page));
        }
        String published = "";
        SectionData data = new SectionData(context, address, presented.isPresent());
        for (Section section : page.sections()) {
            Optional<SectionKind> kind = catalogue.kind(section.kind());
            if (section.hidden() || kind.isEmpty()) {
                continue;
            }
            Optional<JsonNode> found = data.of(
                    kind.get().data().page(), section.content(), kind.get().fields());
            if (found.isPresent()) {
                add(graph, found.get());
                boolean article = found.get().path("@type").asString("").equals("Article");
                published = article && published.isEmpty()
                        ? found.get().path("datePublished").asString("")
                        : published;
            }
        }
        return new Facts(graph.isEmpty() ? "" : script(graph), published);
    }

    private ObjectNode website(Site site) {
        ObjectNode website = Json.object().put("@type", "WebSite");
        if (!address.isEmpty()) {
            website.put("@id", address + "#site").put("url", address);
        }
        website.put("name", Html.withoutForbidden(site.name())).put("inLanguage", site.language());
        if (presented.isPresent() && !address.isEmpty()) {
            website.putObject("publisher").put("@id", address + "#about");
        }
        return website;
    }

    private ObjectNode breadcrumbs(Site site, Page page) {
        ObjectNode list = Json.object().put("@type", "BreadcrumbList");
        ArrayNode items = list.putArray("itemListElement");
        crumb(items, site.home(), address);
        above(site, page.id()).ifPresent(over -> crumb(items, over, address + over.slug() + "/"));
        crumb(items, page, address + page.slug() + "/");
        return list;
    }

    private static void crumb(ArrayNode items, Page page, String url) {
        items.addObject()
                .put("@type", "ListItem")
                .put("position", items.size())
                .put("name", Html.withoutForbidden(page.name()))
                .put("item", url);
    }

    /// The page under which the menu has this one.
    private static Optional<Page> above(Site site, PageId page) {
        for (MenuItem item : site.parts().menu()) {
            if (item.target() instanceof LinkTarget.ToPage(PageId over, String anchor)
                    && anchor.isEmpty()
                    && item.children().stream().anyMatch(child -> leadsTo(child, page))) {
                return site.page(over).filter(found -> found.isBuilt() && !site.isHome(over) && !over.equals(page));
            }
        }
        return Optional.empty();
    }

    private static boolean leadsTo(MenuItem item, PageId page) {
        return item.target() instanceof LinkTarget.ToPage(PageId to, String anchor)
                && anchor.isEmpty()
                && to.equals(page);
    }

    /// Things with one id are one thing: their lists are joined.
    private static void add(ArrayNode graph, JsonNode found) {
        if (found.isArray()) {
            found.forEach(each -> add(graph, each));
            return;
        }
        String id = found.path("@id").asString("");
        for (JsonNode there : graph) {
            if (!id.isEmpty() && there.path("@id").asString("").equals(id)) {
                ObjectNode same = (ObjectNode) there;
                for (var each : found.properties()) {
                    JsonNode before = same.path(each.getKey());
                    if (before.isArray() && each.getValue().isArray()) {
                        each.getValue().forEach(((ArrayNode) before)::add);
                    } else if (before.isMissingNode()) {
                        same.set(each.getKey(), each.getValue());
                    }
                }
                return;
            }
        }
        graph.add(found);
    }

    /// Within a script element, `<` would let a text end it or open a comment.
    private static String script(ArrayNode graph) {
        ObjectNode whole = Json.object().put("@context", "https://schema.org");
        whole.set("@graph", graph);
        return Json.write(whole)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
