package org.sitewright.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.SiteJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What differs between two states of a site, as two JSON objects with the same parts: only what changed, pages and
/// sections by their ids. JSON null stands for what is not there on one side.
///
/// @param previous the parts as they were
/// @param next the parts as they are
record SiteDifference(ObjectNode previous, ObjectNode next) {
    static SiteDifference between(Site before, Site after) {
        ObjectNode previous = Json.object();
        ObjectNode next = Json.object();
        boolean pagesOnly = isOfPagesOnly(before, after);
        compare(keyed(before, after, pagesOnly), keyed(after, before, pagesOnly), previous, next);
        return new SiteDifference(previous, next);
    }

    /// Whether nothing but pages differs.
    static boolean isOfPagesOnly(Site before, Site after) {
        return before.withPages(List.of()).equals(after.withPages(List.of()));
    }

    private static void compare(ObjectNode before, ObjectNode after, ObjectNode previous, ObjectNode next) {
        for (String name : before.propertyNames()) {
            compare(
                    name,
                    before.path(name),
                    after.get(name) == null ? before.nullNode() : after.path(name),
                    previous,
                    next);
        }
        for (String name : after.propertyNames()) {
            if (!before.has(name)) {
                compare(name, before.nullNode(), after.path(name), previous, next);
            }
        }
    }

    private static void compare(String name, JsonNode before, JsonNode after, ObjectNode previous, ObjectNode next) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof ObjectNode was && after instanceof ObjectNode is) {
            compare(was, is, previous.putObject(name), next.putObject(name));
        } else {
            previous.set(name, before);
            next.set(name, after);
        }
    }

    /// The site with its lists turned into objects by id, each with the order beside it. Pages that both sides share
    /// are left out, and all else where they share that.
    private static ObjectNode keyed(Site site, Site other, boolean pagesOnly) {
        ObjectNode object = pagesOnly ? Json.object() : SiteJson.print(site.withPages(List.of()));
        if (!pagesOnly) {
            object.set("top", keyed(site.top()));
            object.set("bottom", keyed(site.bottom()));
        }
        ObjectNode pages = object.putObject("pages");
        ArrayNode order = object.putArray("pageOrder");
        Map<PageId, Page> others = new HashMap<>();
        other.pages().forEach(page -> others.put(page.id(), page));
        for (Page page : site.pages()) {
            order.add(page.id().toString());
            if (!page.equals(others.get(page.id()))) {
                ObjectNode printed = SiteJson.printPage(page);
                printed.set("sections", keyed(page.sections()));
                pages.set(page.id().toString(), printed);
            }
        }
        return object;
    }

    private static ObjectNode keyed(Iterable<Section> sections) {
        ObjectNode object = Json.object();
        ArrayNode order = Json.array();
        for (Section section : sections) {
            order.add(section.id().toString());
            object.set(section.id().toString(), SiteJson.printSection(section));
        }
        return object.set("order", order);
    }
}
