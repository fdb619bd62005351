package org.sitewright.render;

import java.util.List;
import java.util.Optional;
import org.sitewright.site.OutputChoices;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.SiteParts;
import org.sitewright.site.Theme;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.PartsJson;
import org.sitewright.site.json.SiteJson;
import tools.jackson.databind.node.ObjectNode;

/// All that drawing a page may read of a site beside the page itself: what stands around every page, what menus and
/// links say of the other pages, and what sections refer to. Redirects and what machines are given to read are not part
/// of it, since no body of a page shows them; only whether people are to read the files.
record Frame(
        String name,
        String language,
        Theme theme,
        List<Section> top,
        List<Section> bottom,
        SiteParts parts,
        List<Entry> pages,
        Optional<PageId> home) {
    /// What the other pages can see of a page.
    record Entry(PageId id, String name, String slug, boolean built, boolean inMenu) {
        static Entry of(Page page) {
            return new Entry(page.id(), page.name(), page.slug(), page.isBuilt(), page.inMenu());
        }
    }

    static Frame of(Site site) {
        return new Frame(
                site.name(),
                site.language(),
                site.theme(),
                site.top(),
                site.bottom(),
                site.parts()
                        .withRedirects(List.of())
                        .withOutput(OutputChoices.DEFAULT.withReadable(
                                site.parts().output().readable())),
                site.pages().stream().map(Entry::of).toList(),
                site.pages().stream().findFirst().map(Page::id));
    }

    /// A hash of it, the same in every run.
    String hash() {
        ObjectNode json = Json.object().put("name", name).put("language", language);
        json.set("theme", SiteJson.printTheme(theme));
        json.set("top", SiteJson.printSections(top));
        json.set("bottom", SiteJson.printSections(bottom));
        json.set("parts", PartsJson.print(parts));
        StringBuilder text = new StringBuilder(Json.write(json));
        home.ifPresent(text::append);
        for (Entry page : pages) {
            text.append('\n').append(page);
        }
        return Hashes.of(text.toString());
    }
}
