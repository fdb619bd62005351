package org.sitewright.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitewright.edit.Editor;
import org.sitewright.edit.EditorState;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;

/// What a change leaves as it was, so that it need not be shown anew.
final class CanvasChange {
    private CanvasChange() {}

    /// Whether the tools of what is chosen say the same as before, where sections kept their order: a keystroke leaves
    /// them as they are.
    static boolean keepsTools(Editor.Change change) {
        EditorState before = change.before();
        EditorState after = change.after();
        return before.selection().equals(after.selection())
                && order(before).equals(order(after))
                && after.selection().sections().stream()
                        .allMatch(id -> layout(before, id).equals(layout(after, id)));
    }

    private static Optional<String> layout(EditorState state, SectionId id) {
        return state.site().section(id).map(section -> section.kind() + " " + section.variant());
    }

    /// Whether only the inside of sections differs: the same ones stand in the same order under the same navigation.
    static boolean keepsFrame(Site before, Site after, PageId page) {
        return before.parts().components().equals(after.parts().components())
                && navigation(before).equals(navigation(after))
                && before.name().equals(after.name())
                && ids(before, page).equals(ids(after, page));
    }

    private static List<String> navigation(Site site) {
        return site.pages().stream()
                .map(page -> page.id() + page.name() + page.slug() + page.published())
                .toList();
    }

    private static List<SectionId> ids(Site site, PageId page) {
        return visible(site, page).stream().map(Section::id).toList();
    }

    /// The sections that the page shows, from the top of the site to its bottom.
    static List<Section> visible(Site site, PageId page) {
        List<Section> onPage = site.page(page).map(Page::sections).orElse(List.of());
        return Stream.of(site.top(), onPage, site.bottom())
                .flatMap(List::stream)
                .filter(section -> !section.hidden())
                .toList();
    }

    /// The sections of the page that is open.
    static List<SectionId> order(EditorState state) {
        return state.site().page(state.selection().page()).map(Page::sections).orElse(List.of()).stream()
                .map(Section::id)
                .toList();
    }
}
