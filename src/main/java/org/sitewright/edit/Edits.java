package org.sitewright.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.sitewright.edit.Edit.Place;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteComponent;
import org.sitewright.text.Slug;

/// Applies edits. Pure: the site that is given stays as it is, and what did not change is shared with the result.
public final class Edits {
    private Edits() {}

    /// @throws IllegalArgumentException when the edit names something that is not there, or would leave a site that
    ///     cannot be: no page, two pages at one address, a name that is too long
    public static Site apply(Site site, Edit edit) {
        return switch (edit) {
            case Edit.SetField set -> {
                requireSection(site, set.section());
                yield site.withSection(
                        set.section(),
                        section -> section.withContent(section.content().with(set.path(), set.value())));
            }
            case Edit.ClearField clear -> {
                requireSection(site, clear.section());
                yield site.withSection(
                        clear.section(),
                        section -> section.withContent(section.content().without(clear.field())));
            }
            case Edit.SetVariant set -> {
                requireSection(site, set.section());
                yield site.withSection(set.section(), section -> section.withVariant(set.variant()));
            }
            case Edit.SetAnchor set -> {
                requireSection(site, set.section());
                yield site.withSection(set.section(), section -> section.withAnchor(set.anchor()));
            }
            case Edit.SetHidden set -> {
                requireSection(site, set.section());
                yield site.withSection(set.section(), section -> section.withHidden(set.hidden()));
            }
            case Edit.InsertSection insert -> insert(site, insert.place(), insert.at(), insert.section());
            case Edit.RemoveSection remove -> remove(site, remove.section());
            case Edit.MoveSection move -> {
                Section section = requireSection(site, move.section());
                yield insert(remove(site, move.section()), move.place(), move.at(), section);
            }
            case Edit.AddPage add -> addPage(site, add);
            case Edit.RemovePage remove -> removePage(site, remove.page());
            case Edit.MovePage move -> movePage(site, move);
            case Edit.SetPageSettings set -> setPageSettings(site, set);
            case Edit.SetStyle set -> {
                requireSection(site, set.section());
                yield site.withSection(set.section(), section -> section.withStyle(set.style()));
            }
            case Edit.SetMenu set -> site.withParts(site.parts().withMenu(set.menu()));
            case Edit.SetRedirects set -> site.withParts(site.parts().withRedirects(set.redirects()));
            case Edit.PutForm put ->
                site.withParts(site.parts().withForms(put(site.parts().forms(), put.form(), form -> form.id()
                        .value())));
            case Edit.RemoveForm remove ->
                site.withParts(site.parts()
                        .withForms(site.parts().forms().stream()
                                .filter(form -> !form.id().equals(remove.form()))
                                .toList()));
            case Edit.PutComponent put ->
                site.withParts(site.parts()
                        .withComponents(put(site.parts().components(), put.component(), SiteComponent::id)));
            case Edit.RemoveComponent remove ->
                site.withParts(site.parts()
                        .withComponents(site.parts().components().stream()
                                .filter(component -> !component.id().equals(remove.component()))
                                .toList()));
            case Edit.SetOutput set -> site.withParts(site.parts().withOutput(set.output()));
            case Edit.SetTheme set -> site.withTheme(set.theme());
            case Edit.SetDetails set -> {
                requireName(set.name());
                yield site.withDetails(set.name(), set.description(), set.language());
            }
            case Edit.PutSection put -> {
                requireSection(site, put.section().id());
                yield site.withSection(put.section().id(), section -> put.section());
            }
            case Edit.PutPage put -> WholePages.put(site, put.at(), put.page());
            case Edit.PutDocument put -> WholePages.document(site, put.like());
        };
    }

    /// Where the section is now; empty when there is none of that id.
    public static Optional<Placed> find(Site site, SectionId wanted) {
        Optional<Placed> inTop = find(site.top(), new Place.Top(), wanted);
        if (inTop.isPresent()) {
            return inTop;
        }
        for (Page page : site.pages()) {
            Optional<Placed> onPage = find(page.sections(), new Place.OnPage(page.id()), wanted);
            if (onPage.isPresent()) {
                return onPage;
            }
        }
        return find(site.bottom(), new Place.Bottom(), wanted);
    }

    /// The sections at a place.
    public static List<Section> at(Site site, Place place) {
        return switch (place) {
            case Place.Top() -> site.top();
            case Place.Bottom() -> site.bottom();
            case Place.OnPage(PageId page) -> requirePage(site, page).sections();
        };
    }

    /// A section with its place and its number there, from 0.
    public record Placed(Section section, Place place, int at) {}

    private static <T> List<T> put(List<T> all, T one, Function<T, UUID> id) {
        List<T> changed = new ArrayList<>(all);
        for (int i = 0; i < changed.size(); i++) {
            if (id.apply(changed.get(i)).equals(id.apply(one))) {
                changed.set(i, one);
                return changed;
            }
        }
        changed.add(one);
        return changed;
    }

    private static Optional<Placed> find(List<Section> sections, Place place, SectionId wanted) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).id().equals(wanted)) {
                return Optional.of(new Placed(sections.get(i), place, i));
            }
        }
        return Optional.empty();
    }

    private static Site with(Site site, Place place, List<Section> sections) {
        return switch (place) {
            case Place.Top() -> site.withShared(sections, site.bottom());
            case Place.Bottom() -> site.withShared(site.top(), sections);
            case Place.OnPage(PageId wanted) ->
                site.withPages(site.pages().stream()
                        .map(page -> page.id().equals(wanted) ? page.withSections(sections) : page)
                        .toList());
        };
    }

    private static Site insert(Site site, Place place, int at, Section section) {
        List<Section> sections = new ArrayList<>(at(site, place));
        sections.add(within(at, sections.size()), section);
        return with(site, place, sections);
    }

    private static Site remove(Site site, SectionId wanted) {
        Placed placed = find(site, wanted).orElseThrow(() -> missing(wanted));
        List<Section> sections = new ArrayList<>(at(site, placed.place()));
        sections.remove(placed.at());
        return with(site, placed.place(), sections);
    }

    private static Site addPage(Site site, Edit.AddPage add) {
        requireFreeAddress(site, add.page(), add.page().id());
        List<Page> pages = new ArrayList<>(site.pages());
        pages.add(within(add.at(), pages.size()), add.page());
        return site.withPages(pages);
    }

    private static Site removePage(Site site, PageId wanted) {
        Page page = requirePage(site, wanted);
        if (site.pages().size() == 1) {
            throw new IllegalArgumentException("a site keeps at least one page");
        }
        List<Page> pages = new ArrayList<>(site.pages());
        pages.remove(page);
        return site.withPages(pages);
    }

    private static Site movePage(Site site, Edit.MovePage move) {
        Page page = requirePage(site, move.page());
        List<Page> pages = new ArrayList<>(site.pages());
        pages.remove(page);
        pages.add(within(move.at(), pages.size()), page);
        return site.withPages(pages);
    }

    private static Site setPageSettings(Site site, Edit.SetPageSettings set) {
        requirePage(site, set.page());
        requireFreeAddress(site, set.settings(), set.page());
        return site.withPages(site.pages().stream()
                .map(page -> page.id().equals(set.page()) ? page.withSettingsOf(set.settings()) : page)
                .toList());
    }

    private static void requireFreeAddress(Site site, Page page, PageId id) {
        requireName(page.name());
        if (!Slug.isSlug(page.slug()) || Slug.isReserved(page.slug())) {
            throw new IllegalArgumentException("\"" + page.slug() + "\" cannot be an address");
        }
        if (site.pages().stream()
                .anyMatch(each -> !each.id().equals(id) && each.slug().equals(page.slug()))) {
            throw new IllegalArgumentException("another page has the address \"" + page.slug() + "\"");
        }
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.length() > Site.LONGEST_NAME) {
            throw new IllegalArgumentException("a name has 1 to " + Site.LONGEST_NAME + " characters");
        }
    }

    private static Section requireSection(Site site, SectionId wanted) {
        return site.section(wanted).orElseThrow(() -> missing(wanted));
    }

    private static Page requirePage(Site site, PageId wanted) {
        return site.page(wanted).orElseThrow(() -> new IllegalArgumentException("there is no page " + wanted));
    }

    private static IllegalArgumentException missing(SectionId wanted) {
        return new IllegalArgumentException("there is no section " + wanted);
    }

    private static int within(int at, int size) {
        return Math.clamp(at, 0, size);
    }
}
