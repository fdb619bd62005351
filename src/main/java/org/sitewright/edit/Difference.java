package org.sitewright.edit;

import java.util.List;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;

/// What differs between two versions of a site: enough to make either from the other, and little more. A history of
/// whole sites would hold a list of all pages and one of all sections for every letter typed.
record Difference(Shells shells, Splice<Section> top, Pages pages, Splice<Section> bottom) {
    /// The sites without their pages and sections; one object where they do not differ.
    record Shells(Site before, Site after) {}

    /// How the pages differ.
    sealed interface Pages {
        /// Pages came, went, moved, or several changed.
        record Several(Splice<Page> pages) implements Pages {}

        /// One page changed.
        record One(int at, Page before, Page after, Splice<Section> sections) implements Pages {}
    }

    static Difference between(Site before, Site after) {
        Site first = shell(before);
        Site second = shell(after);
        return new Difference(
                new Shells(first, first.equals(second) ? first : second),
                Splice.between(before.top(), after.top()),
                pages(Splice.between(before.pages(), after.pages())),
                Splice.between(before.bottom(), after.bottom()));
    }

    /// The second site, from the first.
    Site forward(Site before) {
        List<Page> changed =
                switch (pages) {
                    case Pages.Several several -> several.pages().forward(before.pages());
                    case Pages.One one -> {
                        List<Section> sections = one.sections()
                                .forward(before.pages().get(one.at()).sections());
                        yield replaced(before.pages(), one.at(), one.after().withSections(sections));
                    }
                };
        return shells.after()
                .withShared(top.forward(before.top()), bottom.forward(before.bottom()))
                .withPages(changed);
    }

    /// The first site, from the second.
    Site back(Site after) {
        List<Page> changed =
                switch (pages) {
                    case Pages.Several several -> several.pages().back(after.pages());
                    case Pages.One one -> {
                        List<Section> sections =
                                one.sections().back(after.pages().get(one.at()).sections());
                        yield replaced(after.pages(), one.at(), one.before().withSections(sections));
                    }
                };
        return shells.before()
                .withShared(top.back(after.top()), bottom.back(after.bottom()))
                .withPages(changed);
    }

    private static Pages pages(Splice<Page> splice) {
        boolean one = splice.before().size() == 1 && splice.after().size() == 1;
        if (!one) {
            return new Pages.Several(splice);
        }
        Page before = splice.before().getFirst();
        Page after = splice.after().getFirst();
        Page first = before.withSections(List.of());
        Page second = after.withSections(List.of());
        return new Pages.One(
                splice.at(),
                first,
                first.equals(second) ? first : second,
                Splice.between(before.sections(), after.sections()));
    }

    private static List<Page> replaced(List<Page> pages, int at, Page page) {
        List<Page> changed = new java.util.ArrayList<>(pages);
        changed.set(at, page);
        return changed;
    }

    private static Site shell(Site site) {
        return site.withShared(List.of(), List.of()).withPages(List.of());
    }
}
