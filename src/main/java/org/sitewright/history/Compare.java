package org.sitewright.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sitewright.edit.Edit.Place;
import org.sitewright.edit.Edits;
import org.sitewright.history.PartChange.Part;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;

/// Compares two states of one site.
final class Compare {
    private final Site then;
    private final Site now;
    private final SiteWords words;
    private final SectionCompare fields;
    private final ValueWords valuesThen;
    private final ValueWords valuesNow;

    Compare(Site then, Site now, SiteWords words) {
        this.then = then;
        this.now = now;
        this.words = words;
        this.valuesThen = new ValueWords(then);
        this.valuesNow = new ValueWords(now);
        this.fields = new SectionCompare(words, valuesThen, valuesNow);
    }

    Comparison all() {
        return new Comparison(parts(), pages());
    }

    private List<PartChange> parts() {
        List<PartChange> parts = new ArrayList<>();
        add(parts, Part.DETAILS, details(then), details(now));
        add(parts, Part.THEME, PartWords.theme(then.theme(), now.theme()), PartWords.theme(now.theme(), then.theme()));
        if (!order(then, now).equals(order(now, then))) {
            parts.add(change(Part.PAGES, names(then), names(now)));
        }
        if (!then.parts().menu().equals(now.parts().menu())) {
            parts.add(change(Part.MENU, valuesThen.menu(), valuesNow.menu()));
        }
        if (!then.parts().redirects().equals(now.parts().redirects())) {
            parts.add(change(Part.REDIRECTS, valuesThen.redirects(), valuesNow.redirects()));
        }
        if (!then.parts().forms().equals(now.parts().forms())) {
            parts.add(change(Part.FORMS, PartWords.forms(then, now), PartWords.forms(now, then)));
        }
        if (!then.parts().components().equals(now.parts().components())) {
            parts.add(change(Part.COMPONENTS, PartWords.components(then, now), PartWords.components(now, then)));
        }
        if (!then.parts().output().equals(now.parts().output())) {
            parts.add(change(Part.OUTPUT, valuesThen.output(), valuesNow.output()));
        }
        return parts;
    }

    private static PartChange change(Part part, String before, String after) {
        return new PartChange(part, part.words(), before, after);
    }

    private static void add(List<PartChange> parts, Part part, String before, String after) {
        if (!before.equals(after)) {
            parts.add(change(part, before, after));
        }
    }

    private static String details(Site site) {
        return Stream.of(
                        site.name(),
                        site.description(),
                        site.language(),
                        site.brief().idea(),
                        site.brief().requirements())
                .filter(text -> !text.isBlank())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    /// The pages that both have, in the order of the first.
    private static List<PageId> order(Site site, Site other) {
        return site.pages().stream()
                .map(Page::id)
                .filter(id -> other.page(id).isPresent())
                .toList();
    }

    private static String names(Site site) {
        return String.join(", ", site.pages().stream().map(Page::name).toList());
    }

    private List<PageChange> pages() {
        List<PageChange> pages = new ArrayList<>();
        List<SectionChange> shared = new ArrayList<>(sections(Optional.of(then.top()), now.top(), new Place.Top()));
        shared.addAll(sections(Optional.of(then.bottom()), now.bottom(), new Place.Bottom()));
        if (!shared.isEmpty()) {
            pages.add(new PageChange(Optional.empty(), "Every page", Sort.CHANGED, List.of(), shared));
        }
        for (Page page : now.pages()) {
            Optional<Page> was = then.page(page.id());
            if (was.filter(page::equals).isEmpty()) {
                List<SectionChange> sections = was.isEmpty()
                        ? List.of()
                        : sections(was.map(Page::sections), page.sections(), new Place.OnPage(page.id()));
                List<PageChange.Setting> settings =
                        was.map(before -> PartWords.settings(before, page)).orElse(List.of());
                if (was.isEmpty() || !sections.isEmpty() || !settings.isEmpty()) {
                    pages.add(new PageChange(
                            Optional.of(page.id()),
                            page.name(),
                            was.isEmpty() ? Sort.ADDED : Sort.CHANGED,
                            settings,
                            sections));
                }
            }
        }
        for (Page page : then.pages()) {
            if (now.page(page.id()).isEmpty()) {
                pages.add(new PageChange(Optional.of(page.id()), page.name(), Sort.REMOVED, List.of(), List.of()));
            }
        }
        return pages;
    }

    private List<SectionChange> sections(Optional<List<Section>> before, List<Section> after, Place place) {
        List<Section> was = before.orElse(List.of());
        List<SectionChange> changes = new ArrayList<>();
        Set<SectionId> moved = moved(was, after);
        for (Section section : after) {
            Optional<Edits.Placed> old = Edits.find(then, section.id());
            if (old.isEmpty()) {
                changes.add(new SectionChange(section.id(), words.section(section), Sort.ADDED, List.of(), false));
                continue;
            }
            boolean elsewhere = !old.get().place().equals(place) || moved.contains(section.id());
            List<FieldChange> differing = fields.between(old.get().section(), section);
            if (!differing.isEmpty() || elsewhere) {
                Sort sort = differing.isEmpty() ? Sort.MOVED : Sort.CHANGED;
                changes.add(new SectionChange(section.id(), words.section(section), sort, differing, elsewhere));
            }
        }
        for (Section section : was) {
            if (now.section(section.id()).isEmpty()) {
                changes.add(new SectionChange(section.id(), words.section(section), Sort.REMOVED, List.of(), false));
            }
        }
        return changes;
    }

    /// The fewest sections that must be moved to get from one order to the other.
    private static Set<SectionId> moved(List<Section> before, List<Section> after) {
        List<SectionId> old = before.stream().map(Section::id).toList();
        List<SectionId> common =
                after.stream().map(Section::id).filter(old::contains).toList();
        int[] best = new int[common.size()];
        int[] from = new int[common.size()];
        int last = -1;
        for (int i = 0; i < common.size(); i++) {
            best[i] = 1;
            from[i] = -1;
            for (int j = 0; j < i; j++) {
                if (old.indexOf(common.get(j)) < old.indexOf(common.get(i)) && best[j] + 1 > best[i]) {
                    best[i] = best[j] + 1;
                    from[i] = j;
                }
            }
            last = last < 0 || best[i] > best[last] ? i : last;
        }
        Set<SectionId> moved = new LinkedHashSet<>(common);
        for (int at = last; at >= 0; at = from[at]) {
            moved.remove(Objects.requireNonNull(common.get(at)));
        }
        return moved;
    }
}
