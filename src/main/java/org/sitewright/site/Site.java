package org.sitewright.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A whole site as a value. Where it stands (draft, published, where) is not part of it: see [SiteListing].
///
/// @param language a BCP 47 tag, as `en` or `ar`
/// @param top sections above every page (header, announcement), in order
/// @param pages in the order of the navigation; the first is the home page
/// @param bottom sections below every page (footer)
/// @param parts menu, redirects, forms and components
public record Site(
        SiteId id,
        UserId owner,
        String name,
        String description,
        SiteType type,
        Brief brief,
        String language,
        Theme theme,
        List<Section> top,
        List<Page> pages,
        List<Section> bottom,
        SiteParts parts) {
    /// The longest name of a site or page, in characters.
    public static final int LONGEST_NAME = 200;

    public Site {
        top = List.copyOf(top);
        pages = List.copyOf(pages);
        bottom = List.copyOf(bottom);
        Set<SectionId> seen = new HashSet<>();
        Stream.of(top.stream(), pages.stream().flatMap(page -> page.sections().stream()), bottom.stream())
                .flatMap(sections -> sections)
                .forEach(section -> {
                    if (!seen.add(section.id())) {
                        throw new IllegalArgumentException("two sections have the id " + section.id());
                    }
                });
    }

    public Site(
            SiteId id,
            UserId owner,
            String name,
            String description,
            SiteType type,
            Brief brief,
            String language,
            Theme theme,
            List<Section> top,
            List<Page> pages,
            List<Section> bottom) {
        this(id, owner, name, description, type, brief, language, theme, top, pages, bottom, SiteParts.NONE);
    }

    public Page home() {
        return pages.getFirst();
    }

    public Optional<Page> page(PageId wanted) {
        return pages.stream().filter(page -> page.id().equals(wanted)).findFirst();
    }

    public boolean isHome(PageId page) {
        return !pages.isEmpty() && home().id().equals(page);
    }

    /// All sections: those above, those of each page in order, those below.
    public Stream<Section> sections() {
        return Stream.of(top.stream(), pages.stream().flatMap(page -> page.sections().stream()), bottom.stream())
                .flatMap(sections -> sections);
    }

    public Optional<Section> section(SectionId wanted) {
        return sections().filter(section -> section.id().equals(wanted)).findFirst();
    }

    /// The page that holds the section; empty for one that every page shares.
    public Optional<Page> pageOf(SectionId section) {
        return pages.stream()
                .filter(page ->
                        page.sections().stream().anyMatch(each -> each.id().equals(section)))
                .findFirst();
    }

    /// This site with one section replaced by what `change` makes of it. Everything else is shared with this site.
    public Site withSection(SectionId wanted, UnaryOperator<Section> change) {
        List<Section> newTop = replace(top, wanted, change);
        List<Section> newBottom = replace(bottom, wanted, change);
        List<Page> newPages = pages;
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).sections().stream().anyMatch(each -> each.id().equals(wanted))) {
                newPages = new ArrayList<>(pages);
                newPages.set(i, pages.get(i).withSections(replace(pages.get(i).sections(), wanted, change)));
                break;
            }
        }
        return new Site(id, owner, name, description, type, brief, language, theme, newTop, newPages, newBottom, parts);
    }

    public Site withPages(List<Page> changed) {
        return new Site(id, owner, name, description, type, brief, language, theme, top, changed, bottom, parts);
    }

    public Site withShared(List<Section> changedTop, List<Section> changedBottom) {
        return new Site(
                id, owner, name, description, type, brief, language, theme, changedTop, pages, changedBottom, parts);
    }

    public Site withTheme(Theme changed) {
        return new Site(id, owner, name, description, type, brief, language, changed, top, pages, bottom, parts);
    }

    public Site withDetails(String changedName, String changedDescription, String changedLanguage) {
        return new Site(
                id,
                owner,
                changedName,
                changedDescription,
                type,
                brief,
                changedLanguage,
                theme,
                top,
                pages,
                bottom,
                parts);
    }

    public Site withParts(SiteParts changed) {
        return new Site(id, owner, name, description, type, brief, language, theme, top, pages, bottom, changed);
    }

    public Site withType(SiteType changed) {
        return new Site(id, owner, name, description, changed, brief, language, theme, top, pages, bottom, parts);
    }

    public Optional<Form> form(FormId wanted) {
        return parts.forms().stream().filter(form -> form.id().equals(wanted)).findFirst();
    }

    public Optional<SiteComponent> component(UUID wanted) {
        return parts.components().stream()
                .filter(component -> component.id().equals(wanted))
                .findFirst();
    }

    private static List<Section> replace(List<Section> sections, SectionId wanted, UnaryOperator<Section> change) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).id().equals(wanted)) {
                List<Section> changed = new ArrayList<>(sections);
                changed.set(i, change.apply(sections.get(i)));
                return changed;
            }
        }
        return sections;
    }
}
