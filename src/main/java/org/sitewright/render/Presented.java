package org.sitewright.render;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitewright.library.Catalogue;
import org.sitewright.library.SectionKind;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import org.sitewright.text.Html;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Whom a site presents, as schema.org describes a person, an organisation or a place of business: what its owner
/// chose, with what the site's own sections say.
final class Presented {
    private Presented() {}

    /// @param pictures of the build
    /// @param pages those that are built
    /// @return empty when neither the owner nor the site says whom it is about
    static Optional<ObjectNode> of(
            Site site, Catalogue catalogue, PictureSource pictures, String address, List<PageMemory.Recalled> pages) {
        ObjectNode said = said(site, catalogue, pictures, address, pages);
        Optional<String> type =
                switch (site.parts().output().about()) {
                    case PERSON -> Optional.of("Person");
                    case ORGANIZATION -> Optional.of("Organization");
                    case LOCAL_BUSINESS -> Optional.of("LocalBusiness");
                    case UNSAID ->
                        said.has("address") && said.has("openingHoursSpecification")
                                ? Optional.of("Organization")
                                : Optional.empty();
                };
        return type.filter(known -> !site.name().isBlank()).map(known -> {
            ObjectNode about = Json.object().put("@type", known);
            if (!address.isEmpty()) {
                about.put("@id", address + "#about").put("url", address);
            }
            about.put("name", Html.withoutForbidden(site.name()));
            said.properties().forEach(each -> put(about, known, each.getKey(), each.getValue()));
            return about;
        });
    }

    /// A person has no logo, and only a place of business has hours.
    private static void put(ObjectNode about, String type, String name, JsonNode value) {
        boolean isPlace = name.equals("openingHoursSpecification") || name.equals("hasMap");
        if (!isPlace || type.equals("LocalBusiness")) {
            about.set(name.equals("logo") && type.equals("Person") ? "image" : name, value);
        }
    }

    private static ObjectNode said(
            Site site, Catalogue catalogue, PictureSource pictures, String address, List<PageMemory.Recalled> pages) {
        ObjectNode said = Json.object();
        PageContext home = new PageContext(site, site.home(), "", false, pictures);
        SectionData data = new SectionData(home, address, false);
        Map<String, SectionKind> kinds = catalogue.kinds().stream()
                .filter(kind -> kind.data().site().isObject())
                .collect(Collectors.toMap(SectionKind::kind, kind -> kind));
        Stream<Section> onPages = pages.stream()
                .filter(page -> !Collections.disjoint(page.sections().variants().keySet(), kinds.keySet()))
                .flatMap(page -> page.page().sections().stream());
        Stream.of(site.top().stream(), onPages, site.bottom().stream())
                .flatMap(each -> each)
                .filter(section -> !section.hidden())
                .forEach(section -> {
                    SectionKind kind = kinds.get(section.kind());
                    if (kind != null) {
                        data.of(kind.data().site(), section.content(), kind.fields())
                                .ifPresent(found -> found.properties()
                                        .forEach(each -> said.putIfAbsent(each.getKey(), each.getValue())));
                    }
                });
        return said;
    }
}
