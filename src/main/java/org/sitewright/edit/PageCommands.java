package org.sitewright.edit;

import java.util.List;
import java.util.Optional;
import org.sitewright.site.Ids;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.Seo;
import org.sitewright.site.Site;
import org.sitewright.text.Slug;

/// What a user can do with pages.
public final class PageCommands {
    private final Ids ids;

    public PageCommands(Ids ids) {
        this.ids = ids;
    }

    /// Adds a page at the end, under a free address made from its name, and opens it.
    public Command add(String name, List<Section> sections) {
        return state -> {
            Page page = new Page(
                    new PageId(ids.next()),
                    name,
                    freeSlug(state.site(), name),
                    name,
                    "",
                    "file",
                    Seo.EMPTY,
                    true,
                    sections);
            return Optional.of(new Transaction(
                    "Add page " + name,
                    "",
                    List.of(new Edit.AddPage(state.site().pages().size(), page)),
                    Selection.of(page.id()),
                    Transaction.Source.PANEL));
        };
    }

    /// Empty for the last page.
    public Command delete(PageId wanted) {
        return state -> state.site().pages().size() == 1
                ? Optional.empty()
                : state.site()
                        .page(wanted)
                        .map(page -> new Transaction(
                                "Delete page " + page.name(),
                                "",
                                List.of(new Edit.RemovePage(wanted)),
                                neighbour(state, wanted),
                                Transaction.Source.PANEL));
    }

    public Command moveTo(PageId wanted, int at) {
        return state -> state.site()
                .page(wanted)
                .filter(page -> state.site().pages().indexOf(page) != at)
                .map(page -> one(state, "Move page " + page.name(), new Edit.MovePage(wanted, at)));
    }

    /// Gives a page a name, keeping its address: links from elsewhere stay good.
    public Command rename(PageId wanted, String name) {
        return state -> state.site()
                .page(wanted)
                .filter(page -> !page.name().equals(name) && !name.isBlank())
                .map(page -> one(
                        state,
                        "Rename page " + page.name(),
                        new Edit.SetPageSettings(wanted, page.withName(name, page.slug()))));
    }

    public Command settings(PageId wanted, Page settings) {
        return state -> state.site()
                .page(wanted)
                .filter(page -> !page.withSettingsOf(settings).equals(page))
                .map(page -> new Transaction(
                        "Settings of page " + page.name(),
                        "page/" + wanted,
                        List.of(new Edit.SetPageSettings(wanted, settings)),
                        state.selection(),
                        Transaction.Source.PANEL));
    }

    private static String freeSlug(Site site, String name) {
        return Slug.free(Slug.of(name, "page"), slug -> site.pages().stream()
                .anyMatch(page -> page.slug().equals(slug)));
    }

    private static Selection neighbour(EditorState state, PageId wanted) {
        if (!state.selection().page().equals(wanted)) {
            return state.selection();
        }
        List<Page> pages = state.site().pages();
        int at = 0;
        while (!pages.get(at).id().equals(wanted)) {
            at++;
        }
        return Selection.of(pages.get(at == 0 ? 1 : at - 1).id());
    }

    private static Transaction one(EditorState state, String label, Edit edit) {
        return new Transaction(label, "", List.of(edit), state.selection(), Transaction.Source.PANEL);
    }
}
