package org.sitewright.ui.editor;

import java.util.List;
import java.util.stream.Stream;
import org.sitewright.site.Fields;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.TextLink;
import org.sitewright.site.Value;

/// Finds the links of a page that lead nowhere.
final class LinkCheck {
    /// Every page has its content under this name.
    private static final String CONTENT = "main";

    private final Site site;
    private final Page page;

    LinkCheck(Site site, Page page) {
        this.site = site;
        this.page = page;
    }

    /// The sections with links to mend, once for each link, in the order of the page.
    List<Section> broken() {
        return visible(page)
                .flatMap(section ->
                        links(section.content()).filter(this::leadsNowhere).map(link -> section))
                .toList();
    }

    boolean leadsNowhere(LinkTarget target) {
        return switch (target) {
            case LinkTarget.ToPage to ->
                site.page(to.page())
                        .filter(found -> found.isBuilt() || site.isHome(found.id()))
                        .filter(found -> hasAnchor(found, to.anchor()))
                        .isEmpty();
            case LinkTarget.ToAnchor to -> to.anchor().isBlank() || !hasAnchor(page, to.anchor());
            case LinkTarget.ToUrl to -> !to.url().matches("(?i)https?://[^\\s/]+.*");
            case LinkTarget.ToMail to -> to.address().isBlank();
            case LinkTarget.ToPhone to -> to.number().isBlank();
            case LinkTarget.ToFile to -> false;
        };
    }

    private boolean hasAnchor(Page on, String anchor) {
        return anchor.isEmpty()
                || anchor.equals(CONTENT)
                || visible(on).anyMatch(section -> section.anchor().equals(anchor));
    }

    private Stream<Section> visible(Page of) {
        return Stream.of(site.top(), of.sections(), site.bottom())
                .flatMap(List::stream)
                .filter(section -> !section.hidden());
    }

    private static Stream<LinkTarget> links(Fields fields) {
        return fields.values().values().stream().flatMap(LinkCheck::links);
    }

    private static Stream<LinkTarget> links(Value value) {
        return switch (value) {
            case Value.Link link -> Stream.of(link.target());
            case Value.Items list -> list.items().stream().flatMap(item -> links(item.fields()));
            case Value.Text text -> TextLink.in(text.text()).stream();
            case Value.Decimal other -> Stream.empty();
            case Value.Flag other -> Stream.empty();
            case Value.Image other -> Stream.empty();
            case Value.FormRef other -> Stream.empty();
        };
    }
}
