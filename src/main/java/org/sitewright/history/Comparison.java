package org.sitewright.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitewright.site.PageId;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;

/// What differs between the site as it was and as it is, per page, section and field, in words.
///
/// @param pages those that differ, in the order of the site; what every page shows comes first
public record Comparison(List<PartChange> parts, List<PageChange> pages) {
    public static final Comparison SAME = new Comparison(List.of(), List.of());

    public Comparison {
        parts = List.copyOf(parts);
        pages = List.copyOf(pages);
    }

    /// @param then as it was
    /// @param now as it is
    public static Comparison of(Site then, Site now, SiteWords words) {
        return then.equals(now) ? SAME : new Compare(then, now, words).all();
    }

    public boolean isSame() {
        return parts.isEmpty() && pages.isEmpty();
    }

    /// What differs on a page; empty for nothing.
    public Optional<PageChange> page(PageId page) {
        return pages.stream()
                .filter(each -> each.page().equals(Optional.of(page)))
                .findFirst();
    }

    /// The sections that differ and that a page shows.
    public List<SectionChange> sectionsOn(PageId page) {
        return pages.stream()
                .filter(each -> each.page().isEmpty() || each.page().equals(Optional.of(page)))
                .flatMap(each -> each.sections().stream())
                .toList();
    }

    public Optional<SectionChange> section(SectionId section) {
        return sections().filter(each -> each.section().equals(section)).findFirst();
    }

    public Stream<SectionChange> sections() {
        return pages.stream().flatMap(each -> each.sections().stream());
    }

    /// How many things differ: fields, settings, sections and parts.
    public int count() {
        int count = parts.size();
        for (PageChange page : pages) {
            count += page.settings().size() + (page.sort() == Sort.CHANGED ? 0 : 1);
            for (SectionChange section : page.sections()) {
                count += Math.max(1, section.fields().size());
            }
        }
        return count;
    }
}
