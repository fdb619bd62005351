package org.sitewright.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitewright.edit.Command;
import org.sitewright.edit.Edit;
import org.sitewright.edit.Edit.Place;
import org.sitewright.edit.EditorState;
import org.sitewright.edit.Edits;
import org.sitewright.edit.Selection;
import org.sitewright.edit.Transaction;
import org.sitewright.history.FieldChange.Target;
import org.sitewright.history.PartChange.Part;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Fields;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteParts;
import org.sitewright.site.Value;

/// Brings parts of a site back to what they were, as ordinary edits. A command is empty where that part is the same as
/// it was, or cannot be brought back.
public final class TakeBack {
    private final Site then;
    private final String when;
    private final SiteWords words;

    /// @param then the site as it was
    /// @param when as labels say it: "18 Nov, 11:42"
    public TakeBack(Site then, String when, SiteWords words) {
        this.then = then;
        this.when = when;
        this.words = words;
    }

    /// The whole site; its id and its owner stay.
    public Command everything() {
        return state -> {
            Edit edit = new Edit.PutDocument(then);
            return Edits.apply(state.site(), edit).equals(state.site())
                    ? Optional.empty()
                    : Optional.of(transaction("Everything", List.of(edit), state.selection()));
        };
    }

    /// A page with its sections and settings; one that was not there yet goes.
    public Command page(PageId page) {
        return state -> {
            Site now = state.site();
            Optional<Page> was = then.page(page);
            Optional<Page> is = now.page(page);
            if (was.equals(is) || (was.isEmpty() && now.pages().size() == 1)) {
                return Optional.empty();
            }
            if (was.isEmpty()) {
                return Optional.of(
                        transaction(is.orElseThrow().name(), List.of(new Edit.RemovePage(page)), state.selection()));
            }
            Edit put = new Edit.PutPage(then.pages().indexOf(was.get()), was.get());
            return Optional.of(transaction(was.get().name(), List.of(put), Selection.of(page)));
        };
    }

    /// A section with all its fields and its place; one that was not there yet goes.
    public Command section(SectionId section) {
        return state -> {
            Site now = state.site();
            Optional<Edits.Placed> was = Edits.find(then, section);
            Optional<Edits.Placed> is = Edits.find(now, section);
            List<Edit> edits = new ArrayList<>();
            if (was.isEmpty()) {
                is.ifPresent(there -> edits.add(new Edit.RemoveSection(section)));
            } else if (is.isEmpty()) {
                if (isThere(now, was.get().place())) {
                    edits.add(new Edit.InsertSection(
                            was.get().place(), at(now, was.get()), was.get().section()));
                }
            } else {
                if (!is.get().section().equals(was.get().section())) {
                    edits.add(new Edit.PutSection(was.get().section()));
                }
                addMove(edits, now, was.get(), is.get());
            }
            Section named = was.or(() -> is).map(Edits.Placed::section).orElse(null);
            return edits.isEmpty() || named == null
                    ? Optional.empty()
                    : Optional.of(
                            transaction(words.section(named) + where(now, section), edits, chosen(state, section)));
        };
    }

    private void addMove(List<Edit> edits, Site now, Edits.Placed was, Edits.Placed is) {
        if (!isThere(now, was.place())) {
            return;
        }
        Site without = Edits.apply(now, new Edit.RemoveSection(is.section().id()));
        int at = at(without, was);
        if (!was.place().equals(is.place()) || at != is.at()) {
            edits.add(new Edit.MoveSection(is.section().id(), was.place(), at));
        }
    }

    /// One field of a section that both moments have.
    public Command field(SectionId section, Target target) {
        return state -> {
            Optional<Section> was = then.section(section);
            Optional<Section> is = state.site().section(section);
            if (was.isEmpty() || is.isEmpty()) {
                return Optional.empty();
            }
            Section changed = with(is.get(), was.get(), target);
            return changed.equals(is.get())
                    ? Optional.empty()
                    : Optional.of(transaction(
                            name(is.get(), target) + " of " + words.section(is.get()) + where(state.site(), section),
                            List.of(new Edit.PutSection(changed)),
                            chosen(state, section)));
        };
    }

    private String name(Section section, Target target) {
        return switch (target) {
            case Target.Content(FieldPath path) -> words.field(section, path);
            case Target.Layout() -> "Layout";
            case Target.Anchor() -> "Anchor";
            case Target.Visibility() -> "Visibility";
            case Target.Look() -> "Style";
        };
    }

    private static Section with(Section is, Section was, Target target) {
        return switch (target) {
            case Target.Content(FieldPath path) -> is.withContent(with(is.content(), was.content(), path));
            case Target.Layout() -> is.withVariant(was.variant());
            case Target.Anchor() -> is.withAnchor(was.anchor());
            case Target.Visibility() -> is.withHidden(was.hidden());
            case Target.Look() -> is.withStyle(was.style());
        };
    }

    /// The fields with one of them as it was; unchanged where the way to it has gone.
    private static Fields with(Fields is, Fields was, FieldPath path) {
        String name = path.first();
        if (path.isLast()) {
            return was.get(name)
                    .map(value -> is.with(FieldPath.of(name), value))
                    .orElse(is.without(name));
        }
        String item = path.rest().first();
        FieldPath inside = path.rest().rest();
        List<Value.Item> items = new ArrayList<>();
        for (Value.Item each : is.items(name)) {
            Optional<Value.Item> old = was.items(name).stream()
                    .filter(other -> other.id().equals(item))
                    .findFirst();
            items.add(
                    each.id().equals(item) && old.isPresent()
                            ? new Value.Item(item, with(each.fields(), old.get().fields(), inside))
                            : each);
        }
        return is.with(name, new Value.Items(items));
    }

    /// One part of the whole site.
    public Command part(Part part) {
        return state -> {
            Site now = state.site();
            List<Edit> edits =
                    switch (part) {
                        case DETAILS -> List.of(new Edit.PutDocument(withDetails(now)));
                        case THEME -> List.of(new Edit.SetTheme(then.theme()));
                        case PAGES -> order(now);
                        case MENU -> List.of(new Edit.SetMenu(then.parts().menu()));
                        case REDIRECTS ->
                            List.of(new Edit.SetRedirects(then.parts().redirects()));
                        case FORMS ->
                            List.of(parts(now.parts().withForms(then.parts().forms()), now));
                        case COMPONENTS ->
                            List.of(parts(
                                    now.parts().withComponents(then.parts().components()), now));
                        case OUTPUT -> List.of(new Edit.SetOutput(then.parts().output()));
                    };
            Site after = now;
            for (Edit edit : edits) {
                after = Edits.apply(after, edit);
            }
            return after.equals(now)
                    ? Optional.empty()
                    : Optional.of(transaction(part.words(), edits, state.selection()));
        };
    }

    private static Edit parts(SiteParts parts, Site now) {
        return new Edit.PutDocument(now.withParts(parts));
    }

    private Site withDetails(Site now) {
        return new Site(
                now.id(),
                now.owner(),
                then.name(),
                then.description(),
                then.type(),
                then.brief(),
                then.language(),
                now.theme(),
                now.top(),
                now.pages(),
                now.bottom(),
                now.parts());
    }

    /// The pages that are there now in the order that they had; later ones keep their places behind them.
    private List<Edit> order(Site now) {
        List<Edit> edits = new ArrayList<>();
        int at = 0;
        for (Page page : then.pages()) {
            if (now.page(page.id()).isPresent()) {
                edits.add(new Edit.MovePage(page.id(), at++));
            }
        }
        return edits;
    }

    private static boolean isThere(Site now, Place place) {
        return !(place instanceof Place.OnPage(PageId page)) || now.page(page).isPresent();
    }

    /// Behind the nearest section that stood before it and is still there.
    private int at(Site now, Edits.Placed was) {
        List<Section> before = Edits.at(then, was.place()).subList(0, was.at());
        List<SectionId> there =
                Edits.at(now, was.place()).stream().map(Section::id).toList();
        for (Section section : before.reversed()) {
            int found = there.indexOf(section.id());
            if (found >= 0) {
                return found + 1;
            }
        }
        return 0;
    }

    private String where(Site now, SectionId section) {
        Optional<Page> page = now.pageOf(section).or(() -> then.pageOf(section));
        return page.map(found -> " on " + found.name()).orElse(" on all pages");
    }

    private static Selection chosen(EditorState state, SectionId section) {
        PageId page = state.site()
                .pageOf(section)
                .map(Page::id)
                .orElse(state.selection().page());
        return Selection.of(page, section);
    }

    private Transaction transaction(String what, List<Edit> edits, Selection selection) {
        return new Transaction(what + " as of " + when, "", edits, selection, Transaction.Source.PANEL);
    }
}
