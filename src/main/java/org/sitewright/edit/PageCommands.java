package org.sitewright.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.sitewright.site.Ids;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.PageRole;
import org.sitewright.site.Section;
import org.sitewright.site.Seo;
import org.sitewright.site.Site;
import org.sitewright.text.Slug;

/// What a user can do with pages. Where the site has been public, an address that a page leaves goes on leading to it.
public final class PageCommands {
    private final Ids ids;
    private final BooleanSupplier wasPublic;
    private final SectionCommands copies;

    public PageCommands(Ids ids) {
        this(ids, () -> false);
    }

    /// @param wasPublic whether visitors may know the addresses of the site's pages
    public PageCommands(Ids ids, BooleanSupplier wasPublic) {
        this.ids = ids;
        this.wasPublic = wasPublic;
        this.copies = new SectionCommands(Section::kind, ids);
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
            return Optional.of(
                    added(state, "Add page " + name, state.site().pages().size(), page));
        };
    }

    /// Adds a page at the end with the sections of a template, and opens it.
    public Command addFrom(PageId template, String name) {
        return state -> state.site()
                .page(template)
                .filter(page -> page.role() == PageRole.TEMPLATE)
                .map(page -> added(
                        state,
                        "Add page " + name,
                        state.site().pages().size(),
                        copy(state.site(), page, name)
                                .withTexts(name, page.description())
                                .withPublished(true)
                                .withRole(PageRole.PAGE, true)));
    }

    /// Adds the same page once more after it, and opens the copy. A copy of the page for missing addresses is a draft
    /// of an ordinary one.
    public Command duplicate(PageId wanted) {
        return state -> state.site().page(wanted).map(page -> {
            Page copy = copy(state.site(), page, shortened(page.name(), " copy"));
            Page settled = page.role() == PageRole.NOT_FOUND
                    ? copy.withRole(PageRole.PAGE, false).withPublished(false)
                    : copy;
            return added(
                    state, "Duplicate page " + page.name(), state.site().pages().indexOf(page) + 1, settled);
        });
    }

    /// Keeps the page as a pattern for new ones, beside the page itself.
    public Command saveAsTemplate(PageId wanted) {
        return state -> state.site().page(wanted).map(page -> {
            Page template = copy(state.site(), page, shortened(page.name(), " template"))
                    .withRole(PageRole.TEMPLATE, false)
                    .withPublished(true);
            Transaction transaction = added(
                    state,
                    "Save " + page.name() + " as a template",
                    state.site().pages().size(),
                    template);
            return new Transaction(
                    transaction.label(), "", transaction.edits(), state.selection(), Transaction.Source.PANEL);
        });
    }

    /// Empty for the last page, and where a page that cannot be the home page would become it.
    public Command delete(PageId wanted) {
        return state -> state.site()
                .page(wanted)
                .filter(page -> state.site().pages().size() > 1)
                .flatMap(page -> whole(
                        state,
                        "Delete page " + page.name(),
                        "",
                        List.of(new Edit.RemovePage(wanted)),
                        neighbour(state, wanted)));
    }

    /// Empty where the page is there already, or where a page that cannot be the home page would become it.
    public Command moveTo(PageId wanted, int at) {
        return state -> state.site()
                .page(wanted)
                .filter(page -> state.site().pages().indexOf(page) != at)
                .flatMap(page -> whole(
                        state,
                        "Move page " + page.name(),
                        "",
                        List.of(new Edit.MovePage(wanted, at)),
                        state.selection()));
    }

    /// Gives a page a name, keeping its address: links from elsewhere stay good.
    public Command rename(PageId wanted, String name) {
        return change(wanted, "Rename page ", page -> name.isBlank() ? page : page.withName(name.strip(), page.slug()));
    }

    /// Gives a page an address. Empty for one that it cannot have: see [#problem].
    public Command readdress(PageId wanted, String slug) {
        return state -> problem(state.site(), wanted, slug).isPresent()
                ? Optional.empty()
                : change(wanted, "Address of page ", page -> page.withName(page.name(), slug))
                        .on(state);
    }

    /// A draft is not part of the build. The home page cannot be one.
    public Command setPublished(PageId wanted, boolean published) {
        return change(
                wanted,
                published ? "Include page " : "Keep as a draft: page ",
                (state, page) -> state.site().isHome(wanted) ? page : page.withPublished(published));
    }

    public Command setInMenu(PageId wanted, boolean inMenu) {
        return change(
                wanted,
                inMenu ? "Show in menu: page " : "Leave out of menu: page ",
                page -> page.withRole(page.role(), inMenu));
    }

    public Command setUnlisted(PageId wanted, boolean unlisted) {
        return change(
                wanted,
                unlisted ? "Hide from search engines: page " : "Show to search engines: page ",
                page -> page.withSeo(page.seo().withUnlisted(unlisted)));
    }

    /// Makes a page an ordinary one, the one for missing addresses, or a template. The page that was for missing
    /// addresses until now becomes an ordinary draft. Empty for the home page.
    public Command setRole(PageId wanted, PageRole role) {
        return state -> state.site()
                .page(wanted)
                .filter(page -> page.role() != role && !state.site().isHome(wanted))
                .flatMap(page -> {
                    List<Edit> edits = new ArrayList<>();
                    if (role == PageRole.NOT_FOUND) {
                        state.site().pages().stream()
                                .filter(each -> each.role() == PageRole.NOT_FOUND)
                                .forEach(each -> edits.add(new Edit.SetPageSettings(
                                        each.id(),
                                        each.withRole(PageRole.PAGE, false).withPublished(false))));
                    }
                    Page changed = page.withRole(role, role == PageRole.PAGE);
                    edits.add(new Edit.SetPageSettings(
                            wanted, role == PageRole.PAGE ? changed : changed.withPublished(true)));
                    return whole(state, label(role) + page.name(), "", edits, state.selection());
                });
    }

    /// Takes everything but id and sections from `settings`. Typing on in the settings of a page becomes one step.
    public Command settings(PageId wanted, Page settings) {
        return state -> state.site()
                .page(wanted)
                .filter(page -> !page.withSettingsOf(settings).equals(page))
                .flatMap(page -> whole(
                        state,
                        "Settings of page " + page.name(),
                        "page/" + wanted,
                        List.of(new Edit.SetPageSettings(wanted, settings)),
                        state.selection()));
    }

    /// Why a page cannot have an address, in words.
    public static Optional<String> problem(Site site, PageId wanted, String slug) {
        if (slug.isEmpty()) {
            return Optional.of("A page needs an address.");
        }
        if (!Slug.isSlug(slug)) {
            return Optional.of("An address has small letters, digits and single hyphens, up to 60.");
        }
        if (Slug.isReserved(slug)) {
            return Optional.of("“" + slug + "” is used by the site itself. Choose another address.");
        }
        return site.pages().stream()
                .filter(page -> !page.id().equals(wanted) && page.slug().equals(slug))
                .findFirst()
                .map(page -> "The page " + page.name() + " has this address.");
    }

    private Command change(PageId wanted, String label, UnaryOperator<Page> change) {
        return change(wanted, label, (state, page) -> change.apply(page));
    }

    private Command change(PageId wanted, String label, Change change) {
        return state -> state.site().page(wanted).flatMap(page -> {
            Page changed = change.of(state, page);
            return changed.equals(page)
                    ? Optional.empty()
                    : whole(
                            state,
                            label + page.name(),
                            "",
                            List.of(new Edit.SetPageSettings(wanted, changed)),
                            state.selection());
        });
    }

    /// What becomes of a page.
    @FunctionalInterface
    private interface Change {
        Page of(EditorState state, Page page);
    }

    /// The edits with what they mean for the redirects; nothing where the home page would be a page that visitors
    /// cannot open.
    private Optional<Transaction> whole(
            EditorState state, String label, String mergeKey, List<Edit> edits, Selection selection) {
        Site after = state.site();
        for (Edit edit : edits) {
            after = Edits.apply(after, edit);
        }
        if (after.home().role() != PageRole.PAGE && state.site().home().role() == PageRole.PAGE) {
            return Optional.empty();
        }
        List<Edit> all = new ArrayList<>(edits);
        all.addAll(OldAddresses.edits(state.site(), after, wasPublic.getAsBoolean()));
        return Optional.of(new Transaction(label, mergeKey, all, selection, Transaction.Source.PANEL));
    }

    private Transaction added(EditorState state, String label, int at, Page page) {
        List<Edit> edits = List.of(new Edit.AddPage(at, page));
        return whole(state, label, "", edits, Selection.of(page.id()))
                .orElseThrow(() -> new IllegalStateException("a new page is never the first"));
    }

    private Page copy(Site site, Page page, String name) {
        return page.withId(new PageId(ids.next()))
                .withName(name, freeSlug(site, name))
                .withSections(page.sections().stream().map(copies::copy).toList());
    }

    private static String shortened(String name, String ending) {
        int most = Site.LONGEST_NAME - ending.length();
        return (name.length() > most ? name.substring(0, most) : name) + ending;
    }

    private static String label(PageRole role) {
        return switch (role) {
            case PAGE -> "Make an ordinary page of ";
            case NOT_FOUND -> "Show for missing addresses: page ";
            case TEMPLATE -> "Make a template of page ";
        };
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
}
