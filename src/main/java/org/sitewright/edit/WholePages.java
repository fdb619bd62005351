package org.sitewright.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;

/// Puts whole pages and whole sites in the place of others.
final class WholePages {
    private WholePages() {}

    static Site put(Site site, int at, Page page) {
        Set<SectionId> own = new HashSet<>();
        page.sections().forEach(section -> own.add(section.id()));
        List<Page> pages = new ArrayList<>();
        boolean there = false;
        for (Page each : site.pages()) {
            boolean same = each.id().equals(page.id());
            pages.add(same ? withFreeAddress(site, page) : each.withSections(without(each.sections(), own)));
            there |= same;
        }
        if (!there) {
            pages.add(Math.clamp(at, 0, pages.size()), withFreeAddress(site, page));
        }
        return site.withShared(List.of(), List.of())
                .withPages(pages)
                .withShared(without(site.top(), own), without(site.bottom(), own));
    }

    static Site document(Site site, Site like) {
        return new Site(
                site.id(),
                site.owner(),
                like.name(),
                like.description(),
                like.type(),
                like.brief(),
                like.language(),
                like.theme(),
                like.top(),
                like.pages(),
                like.bottom(),
                like.parts());
    }

    private static Page withFreeAddress(Site site, Page page) {
        String slug = page.slug();
        for (int number = 2; isTaken(site, page.id(), slug); number++) {
            slug = page.slug() + "-" + number;
        }
        return page.withName(page.name(), slug);
    }

    private static boolean isTaken(Site site, PageId page, String slug) {
        return site.pages().stream()
                .anyMatch(each -> !each.id().equals(page) && each.slug().equals(slug));
    }

    private static List<Section> without(List<Section> sections, Set<SectionId> gone) {
        List<Section> left = sections.stream()
                .filter(section -> !gone.contains(section.id()))
                .toList();
        return left.size() == sections.size() ? sections : left;
    }
}
