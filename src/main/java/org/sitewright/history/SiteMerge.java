package org.sitewright.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sitewright.edit.Edit.Place;
import org.sitewright.edit.Edits;
import org.sitewright.history.ThreeWay.About;
import org.sitewright.site.Brief;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Seo;
import org.sitewright.site.Site;
import org.sitewright.site.SiteParts;

/// Merges two copies of one site that were changed apart, section by section and field by field.
public final class SiteMerge {
    private final Site base;
    private final Site mine;
    private final Site other;
    private final SiteWords words;
    private final ThreeWay ways;
    private final SectionMerge inside;

    private SiteMerge(Site base, Site mine, Site other, SiteWords words, ThreeWay ways) {
        this.base = base;
        this.mine = mine;
        this.other = other;
        this.words = words;
        this.ways = ways;
        this.inside = new SectionMerge(ways, words, new ValueWords(mine));
    }

    /// @param base the site that both came from
    /// @param mine the copy that stays; its id and its owner do
    /// @param theirs the keys of the conflicts that the other copy wins
    public static Merged of(Site base, Site mine, Site other, SiteWords words, Set<String> theirs) {
        return new SiteMerge(base, mine, other, words, new ThreeWay(theirs, true)).merge();
    }

    /// The same for copies of which nobody knows what they came from: whatever differs is a conflict, and this copy's
    /// order is kept.
    public static Merged withoutBase(Site mine, Site other, SiteWords words, Set<String> theirs) {
        return new SiteMerge(other, mine, other, words, new ThreeWay(theirs, false)).merge();
    }

    private Merged merge() {
        Map<SectionId, Section> sections = sections();
        Map<PageId, Page> pages = pages();
        Map<SectionId, Place> places = places(sections.keySet(), pages.keySet());
        List<PageId> order = ThreeWay.order(ids(base), ids(mine), ids(other), new LinkedHashSet<>(pages.keySet()));
        List<Page> ordered = new ArrayList<>();
        for (PageId id : order) {
            Page page = pages.get(id);
            if (page != null) {
                ordered.add(page.withSections(at(new Place.OnPage(id), sections, places)));
            }
        }
        Brief brief = ways.pick(
                base.brief(), mine.brief(), other.brief(), new About<>("brief", "What the site is for", Brief::idea));
        Site site = new Site(
                mine.id(),
                mine.owner(),
                text("name", "Name of the site", base.name(), mine.name(), other.name()),
                text(
                        "description",
                        "Description of the site",
                        base.description(),
                        mine.description(),
                        other.description()),
                ways.pick(base.type(), mine.type(), other.type(), new About<>("type", "Type of the site", Enum::name)),
                brief,
                text("language", "Language of the site", base.language(), mine.language(), other.language()),
                ThemeMerge.of(ways, base.theme(), mine.theme(), other.theme()),
                at(new Place.Top(), sections, places),
                FreeAddresses.of(ordered),
                at(new Place.Bottom(), sections, places),
                parts());
        return new Merged(site, ways.conflicts());
    }

    private String text(String key, String where, String from, String my, String their) {
        return ways.pick(from, my, their, new About<>(key, where, Function.identity()));
    }

    private static List<PageId> ids(Site site) {
        return site.pages().stream().map(Page::id).toList();
    }

    private Map<SectionId, Section> sections() {
        Map<SectionId, Section> bases = all(base);
        Map<SectionId, Section> mines = all(mine);
        Map<SectionId, Section> others = all(other);
        Set<SectionId> ids = new LinkedHashSet<>(mines.keySet());
        ids.addAll(others.keySet());
        Map<SectionId, Section> merged = new LinkedHashMap<>();
        for (SectionId id : ids) {
            Section my = mines.get(id);
            Section their = others.get(id);
            if (my != null && their != null) {
                merged.put(id, inside.merge(Optional.ofNullable(bases.get(id)), my, their, place(id)));
            } else {
                ways.pick(
                                Optional.ofNullable(bases.get(id)),
                                Optional.ofNullable(my),
                                Optional.ofNullable(their),
                                new About<>("section/" + id, sectionWords(my, their) + place(id), this::state))
                        .ifPresent(section -> merged.put(id, section));
            }
        }
        return merged;
    }

    private String state(Optional<Section> section) {
        return ways.state(section.isPresent());
    }

    private String sectionWords(@Nullable Section my, @Nullable Section their) {
        Section known = my == null ? their : my;
        return known == null ? "Section" : words.section(known);
    }

    private static Map<SectionId, Section> all(Site site) {
        Map<SectionId, Section> all = new LinkedHashMap<>();
        site.sections().forEach(section -> all.put(section.id(), section));
        return all;
    }

    private String place(SectionId section) {
        Optional<Page> page = mine.pageOf(section).or(() -> other.pageOf(section));
        return page.map(found -> " on " + found.name()).orElse(" on all pages");
    }

    /// A page that one copy deleted stays where the other changed it.
    private Map<PageId, Page> pages() {
        Set<PageId> ids = new LinkedHashSet<>(ids(mine));
        ids.addAll(ids(other));
        Map<PageId, Page> merged = new LinkedHashMap<>();
        for (PageId id : ids) {
            Optional<Page> from = base.page(id);
            Optional<Page> my = mine.page(id);
            Optional<Page> their = other.page(id);
            if (my.isPresent() && their.isPresent()) {
                merged.put(id, settings(from, my.get(), their.get()));
                continue;
            }
            String name = my.or(() -> their).map(Page::name).orElse("");
            ways.pick(from, my, their, new About<>("page/" + id, "Page " + name, page -> ways.state(page.isPresent())))
                    .ifPresent(page -> merged.put(id, page));
        }
        if (merged.isEmpty()) {
            merged.put(mine.home().id(), mine.home());
        }
        return merged;
    }

    private Page settings(Optional<Page> from, Page my, Page their) {
        Page old = from.orElse(new Page(my.id(), "", "", "", "", "", Seo.EMPTY, true, List.of()));
        String key = "page/" + my.id() + "/";
        String of = " of page " + my.name();
        Seo seo = new Seo(
                text(
                        key + "metaTitle",
                        "Search title" + of,
                        old.seo().metaTitle(),
                        my.seo().metaTitle(),
                        their.seo().metaTitle()),
                text(
                        key + "metaDescription",
                        "Search description" + of,
                        old.seo().metaDescription(),
                        my.seo().metaDescription(),
                        their.seo().metaDescription()),
                ways.pick(
                        old.seo().keywords(),
                        my.seo().keywords(),
                        their.seo().keywords(),
                        new About<>(key + "keywords", "Keywords" + of, each -> String.join(", ", each))),
                ways.pick(
                                Optional.ofNullable(old.seo().image()),
                                Optional.ofNullable(my.seo().image()),
                                Optional.ofNullable(their.seo().image()),
                                new About<>(key + "image", "Card picture" + of, String::valueOf))
                        .orElse(null),
                ways.pick(
                        old.seo().unlisted(),
                        my.seo().unlisted(),
                        their.seo().unlisted(),
                        new About<>(key + "unlisted", "Search engines" + of, String::valueOf)));
        return new Page(
                my.id(),
                text(key + "name", "Name" + of, old.name(), my.name(), their.name()),
                text(key + "slug", "Address" + of, old.slug(), my.slug(), their.slug()),
                text(key + "title", "Title" + of, old.title(), my.title(), their.title()),
                text(key + "description", "Description" + of, old.description(), my.description(), their.description()),
                text(key + "icon", "Icon" + of, old.icon(), my.icon(), their.icon()),
                seo,
                ways.pick(
                        old.published(),
                        my.published(),
                        their.published(),
                        new About<>(key + "published", "State" + of, each -> each ? "Public" : "Draft")),
                ways.pick(old.role(), my.role(), their.role(), new About<>(key + "role", "Role" + of, Enum::name)),
                ways.pick(
                        old.inMenu(),
                        my.inMenu(),
                        their.inMenu(),
                        new About<>(key + "inMenu", "Menu" + of, each -> each ? "Listed" : "Not listed")),
                List.of());
    }

    /// Where each section stands; one whose page is gone stands on the first page.
    private Map<SectionId, Place> places(Set<SectionId> kept, Set<PageId> pages) {
        Map<SectionId, Place> places = new LinkedHashMap<>();
        for (SectionId id : kept) {
            Optional<Place> my = Edits.find(mine, id).map(Edits.Placed::place);
            Optional<Place> their = Edits.find(other, id).map(Edits.Placed::place);
            Optional<Place> from = Edits.find(base, id).map(Edits.Placed::place);
            Optional<Place> wanted = my.isEmpty() || their.isEmpty()
                    ? my.or(() -> their)
                    : ways.pick(
                            from, my, their, new About<>("section/" + id + "/place", "Page of a section", this::say));
            Place place = wanted.orElseThrow();
            boolean gone = place instanceof Place.OnPage(PageId page) && !pages.contains(page);
            places.put(id, gone ? new Place.OnPage(pages.iterator().next()) : place);
        }
        return places;
    }

    private String say(Optional<Place> place) {
        return place.map(found -> switch (found) {
                    case Place.Top() -> "Above every page";
                    case Place.Bottom() -> "Below every page";
                    case Place.OnPage(PageId page) ->
                        mine.page(page)
                                .or(() -> other.page(page))
                                .map(Page::name)
                                .orElse("A page that is gone");
                })
                .orElse("Nowhere");
    }

    private List<Section> at(Place place, Map<SectionId, Section> sections, Map<SectionId, Place> places) {
        Set<SectionId> here = new LinkedHashSet<>();
        places.forEach((id, found) -> {
            if (found.equals(place)) {
                here.add(id);
            }
        });
        List<Section> all = new ArrayList<>();
        for (SectionId id : ThreeWay.order(order(base, place), order(mine, place), order(other, place), here)) {
            Optional.ofNullable(sections.get(id)).ifPresent(all::add);
        }
        return all;
    }

    private static List<SectionId> order(Site site, Place place) {
        if (place instanceof Place.OnPage(PageId page) && site.page(page).isEmpty()) {
            return List.of();
        }
        return Edits.at(site, place).stream().map(Section::id).toList();
    }

    private SiteParts parts() {
        SiteParts from = base.parts();
        SiteParts my = mine.parts();
        SiteParts their = other.parts();
        ValueWords here = new ValueWords(mine);
        ValueWords there = new ValueWords(other);
        return new SiteParts(
                ways.pick(
                        from.menu(),
                        my.menu(),
                        their.menu(),
                        new About<>("menu", "Menu", menu -> menu.equals(my.menu()) ? here.menu() : there.menu())),
                List.copyOf(ways.maps(
                                named(from.redirects(), each -> each.from()),
                                named(my.redirects(), each -> each.from()),
                                named(their.redirects(), each -> each.from()),
                                name -> new About<>("redirect/" + name, "Redirect /" + name, each -> each.map(
                                                found -> here.link(found.to()))
                                        .orElse("Deleted")))
                        .values()),
                List.copyOf(ways.maps(
                                named(from.forms(), each -> each.id().value()),
                                named(my.forms(), each -> each.id().value()),
                                named(their.forms(), each -> each.id().value()),
                                id -> about("form/" + id, "Form", each -> each.name()))
                        .values()),
                List.copyOf(ways.maps(
                                named(from.components(), each -> each.id()),
                                named(my.components(), each -> each.id()),
                                named(their.components(), each -> each.id()),
                                id -> about("component/" + id, "Component", each -> each.name()))
                        .values()),
                ways.pick(
                        from.output(),
                        my.output(),
                        their.output(),
                        new About<>("output", "Search and hosts", ValueWords::words)));
    }

    private static <V> About<Optional<V>> about(String key, String where, Function<V, String> name) {
        return new About<>(key, where, each -> each.map(name).orElse("Deleted"));
    }

    private static <K, V> Map<K, V> named(List<V> all, Function<V, K> name) {
        Map<K, V> named = new LinkedHashMap<>();
        all.forEach(each -> named.putIfAbsent(name.apply(each), each));
        return named;
    }
}
