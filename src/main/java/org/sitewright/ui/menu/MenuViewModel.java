package org.sitewright.ui.menu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitewright.edit.Command;
import org.sitewright.edit.Editor;
import org.sitewright.edit.MenuCommands;
import org.sitewright.edit.PageCommands;
import org.sitewright.edit.RedirectCommands;
import org.sitewright.site.Ids;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MenuItem;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.PageRole;
import org.sitewright.site.Redirect;
import org.sitewright.site.Section;
import org.sitewright.site.Site;

/// What the menu panel knows and does.
final class MenuViewModel {
    private final Editor editor;
    private final MenuCommands menus;
    private final PageCommands pages;
    private final RedirectCommands redirects = new RedirectCommands();
    private final Set<String> open = new HashSet<>();

    MenuViewModel(Editor editor, Ids ids) {
        this.editor = editor;
        this.menus = new MenuCommands(ids);
        this.pages = new PageCommands(ids);
    }

    /// One entry of the menu as it is listed.
    ///
    /// @param under whether it is under another
    /// @param words what visitors read
    /// @param leads where it leads, in words
    /// @param broken why it leads nowhere, or empty
    record Entry(MenuItem item, boolean under, String words, String leads, String broken) {}

    /// A page as the automatic menu has it.
    ///
    /// @param possible false for drafts and pages that are for something else
    record PageLine(Page page, boolean listed, boolean possible) {}

    /// One redirect as it is listed.
    ///
    /// @param broken why it leads nowhere, or empty
    record Line(Redirect redirect, String leads, String broken) {}

    Site site() {
        return editor.site();
    }

    boolean isOwn() {
        return !editor.site().parts().menu().isEmpty();
    }

    void own() {
        run(menus.own());
    }

    void automatic() {
        open.clear();
        run(menus.automatic());
    }

    List<PageLine> pages() {
        Site site = editor.site();
        return site.pages().stream()
                .filter(page -> page.role() == PageRole.PAGE)
                .map(page -> new PageLine(page, page.inMenu(), page.published() || site.isHome(page.id())))
                .toList();
    }

    void list(PageId page, boolean listed) {
        run(pages.setInMenu(page, listed));
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (MenuItem item : editor.site().parts().menu()) {
            entries.add(entry(item, false));
            item.children().forEach(child -> entries.add(entry(child, true)));
        }
        return entries;
    }

    void addPage(PageId page) {
        run(menus.add("", new LinkTarget.ToPage(page, "")));
    }

    /// Adds an entry that leads elsewhere, and opens it to be filled in.
    void addLink(String label, LinkTarget target) {
        run(menus.add(label, target));
        if (isOwn()) {
            open.clear();
            open.add(editor.site().parts().menu().getLast().id());
        }
    }

    void change(MenuItem item, String label, LinkTarget target) {
        run(menus.change(item.id(), label, target));
    }

    void remove(String id) {
        run(menus.remove(id));
    }

    void move(String id, int by) {
        run(menus.move(id, by));
    }

    void nest(String id) {
        run(menus.nest(id));
    }

    void unnest(String id) {
        run(menus.unnest(id));
    }

    boolean place(String id, String beside, MenuCommands.Landing landing) {
        return editor.run(menus.place(id, beside, landing));
    }

    boolean isOpen(String id) {
        return open.contains(id);
    }

    void toggle(String id) {
        if (!open.remove(id)) {
            open.add(id);
        }
    }

    List<Line> redirects() {
        return editor.site().parts().redirects().stream()
                .map(redirect -> new Line(
                        redirect,
                        words(redirect.to()),
                        RedirectCommands.problem(editor.site(), redirect.from(), redirect)
                                .orElse("")))
                .toList();
    }

    /// @param instead the address of the redirect that is changed, or empty for a new one
    /// @return what is wrong, in words; then nothing has changed
    Optional<String> redirect(String instead, String from, @Nullable LinkTarget to) {
        if (to == null) {
            return Optional.of("Choose where it leads.");
        }
        Redirect redirect = new Redirect(RedirectCommands.slug(from), to);
        Optional<String> wrong = RedirectCommands.problem(editor.site(), instead, redirect);
        if (wrong.isEmpty()) {
            run(redirects.put(instead, redirect));
        }
        return wrong;
    }

    void removeRedirect(String from) {
        run(redirects.remove(from));
    }

    /// Where a link leads, in words.
    String words(LinkTarget target) {
        return switch (target) {
            case LinkTarget.ToPage(PageId page, String anchor) ->
                editor.site().page(page).map(Page::name).orElse("A page that is gone")
                        + (anchor.isEmpty() ? "" : " › " + anchor);
            case LinkTarget.ToAnchor(String anchor) -> "#" + anchor;
            case LinkTarget.ToUrl(String url) -> url;
            case LinkTarget.ToMail(String address) -> address;
            case LinkTarget.ToPhone(String number) -> number;
            case LinkTarget.ToFile file -> "A file";
        };
    }

    private Entry entry(MenuItem item, boolean under) {
        String name = item.label().isBlank() && item.target() instanceof LinkTarget.ToPage(PageId page, String anchor)
                ? editor.site().page(page).map(Page::name).orElse("A page that is gone")
                : item.label();
        return new Entry(item, under, name.isBlank() ? "Without a label" : name, words(item.target()), broken(item));
    }

    private String broken(MenuItem item) {
        boolean unnamed = item.label().isBlank() && !(item.target() instanceof LinkTarget.ToPage);
        String target =
                switch (item.target()) {
                    case LinkTarget.ToPage(PageId page, String anchor) -> brokenPage(page, anchor);
                    case LinkTarget.ToAnchor(String anchor) -> anchor.isBlank() ? "Choose a place on the page." : "";
                    case LinkTarget.ToUrl(String url) ->
                        url.matches("(?i)https?://[^\\s/.]+\\.[^\\s]+") ? "" : "A web address begins with https://.";
                    case LinkTarget.ToMail(String address) -> address.contains("@") ? "" : "Give an e-mail address.";
                    case LinkTarget.ToPhone(String number) -> number.isBlank() ? "Give a phone number." : "";
                    case LinkTarget.ToFile file -> "";
                };
        return unnamed ? "Visitors need a label." : target;
    }

    private String brokenPage(PageId wanted, String anchor) {
        Site site = editor.site();
        Optional<Page> page = site.page(wanted);
        if (page.isEmpty()) {
            return "The page is gone, so the entry is left out.";
        }
        if (!page.get().isBuilt() && !site.isHome(wanted)) {
            return "The page is not part of the site, so the entry is left out.";
        }
        boolean there = anchor.isEmpty()
                || page.get().sections().stream().map(Section::anchor).anyMatch(anchor::equals)
                || site.top().stream().map(Section::anchor).anyMatch(anchor::equals)
                || site.bottom().stream().map(Section::anchor).anyMatch(anchor::equals);
        return there
                ? ""
                : "There is no place “" + anchor + "” on " + page.get().name() + ".";
    }

    private void run(Command command) {
        boolean unused = editor.run(command);
    }
}
