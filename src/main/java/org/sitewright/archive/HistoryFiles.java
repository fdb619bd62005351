package org.sitewright.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import org.sitewright.site.json.MalformedSite;
import org.sitewright.site.json.SiteJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A history as one JSON object for each moment, which says only what became different: the site without its pages, the
/// pages by their ids, and their order.
final class HistoryFiles {
    private static final String SITE = "site";
    private static final String PAGES = "pages";
    private static final String ORDER = "order";

    private Optional<Site> before = Optional.empty();

    /// What became different since the moment that was told before.
    ObjectNode next(Site site) {
        ObjectNode object = Json.object();
        Site shell = site.withPages(List.of());
        Optional<Site> last = before;
        before = Optional.of(site);
        if (last.map(old -> !old.withPages(List.of()).equals(shell)).orElse(true)) {
            object.set(SITE, SiteJson.print(shell));
        }
        ObjectNode pages = Json.object();
        for (Page page : site.pages()) {
            boolean same = last.flatMap(old -> old.page(page.id()))
                    .filter(page::equals)
                    .isPresent();
            if (!same) {
                pages.set(page.id().toString(), SiteJson.printPage(page));
            }
        }
        if (!pages.isEmpty()) {
            object.set(PAGES, pages);
        }
        ArrayNode order = Json.array();
        site.pages().forEach(page -> order.add(page.id().toString()));
        object.set(ORDER, order);
        return object;
    }

    /// The site that a moment leads to.
    Site read(JsonNode node, String place) {
        JsonObject object = new JsonObject(node, place);
        Site shell = object.get(SITE)
                .map(SiteJson::parse)
                .or(() -> before.map(old -> old.withPages(List.of())))
                .orElseThrow(() -> new MalformedSite(place, "does not begin with a site"));
        Map<String, Page> known = new LinkedHashMap<>();
        before.ifPresent(old -> old.pages().forEach(page -> known.put(page.id().toString(), page)));
        if (object.get(PAGES).isPresent()) {
            JsonObject changed = object.object(PAGES);
            for (String id : changed.others()) {
                known.put(id, SiteJson.parsePage(changed.required(id), changed.at(id)));
            }
        }
        List<Page> pages = new ArrayList<>();
        for (String id : object.texts(ORDER)) {
            Page page = known.get(id);
            if (page == null) {
                throw new MalformedSite(place, "names a page that is not there");
            }
            pages.add(page);
        }
        object.end();
        Site site = shell.withPages(pages);
        before = Optional.of(site);
        return site;
    }
}
