package org.sitewright.ui.editor;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.sitewright.edit.Command;
import org.sitewright.edit.Edit.Place;
import org.sitewright.edit.Editor;
import org.sitewright.edit.EditorState;
import org.sitewright.edit.PageCommands;
import org.sitewright.edit.SectionCommands;
import org.sitewright.edit.Selection;
import org.sitewright.edit.Transaction;
import org.sitewright.library.Catalogue;
import org.sitewright.library.SectionKind;
import org.sitewright.library.SectionKind.Variant;
import org.sitewright.library.component.SiteComponents;
import org.sitewright.preview.CanvasEvent;
import org.sitewright.site.Fields;
import org.sitewright.site.Ids;
import org.sitewright.site.PageId;
import org.sitewright.site.RichText;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.site.Value;

/// The state of an open editor: one site, what is chosen, what can be done, and how things stand with the disk.
public final class EditorViewModel {
    private final Editor editor;
    private final Autosave autosave;
    private final Catalogue catalogue;
    private final UserId user;
    private final SectionCommands sections;
    private final PageCommands pages;

    EditorViewModel(Site site, Autosave autosave, Catalogue catalogue, UserId user, Ids ids, Clock clock) {
        this.editor = new Editor(site, clock);
        this.autosave = autosave;
        this.catalogue = catalogue;
        this.user = user;
        this.sections = new SectionCommands(this::nameOf, ids);
        this.pages = new PageCommands(ids);
        editor.listen(change -> {
            if (change.isEdit()) {
                autosave.changed(change.after().site(), new Change(user, change.label()));
            }
        });
    }

    Editor editor() {
        return editor;
    }

    EditorState state() {
        return editor.state();
    }

    Site site() {
        return editor.site();
    }

    UserId user() {
        return user;
    }

    SectionCommands sections() {
        return sections;
    }

    PageCommands pages() {
        return pages;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    ReadOnlyObjectProperty<Autosave.State> saveState() {
        return autosave.stateProperty();
    }

    void saveNow() {
        autosave.saveNow();
    }

    boolean run(Command command) {
        return editor.run(command);
    }

    boolean undo() {
        return editor.undo();
    }

    boolean redo() {
        return editor.redo();
    }

    void openPage(PageId page) {
        if (!state().selection().page().equals(page)) {
            editor.select(Selection.of(page));
        }
    }

    void choose(SectionId section) {
        if (!state().selection().section().equals(Optional.of(section))) {
            editor.select(Selection.of(state().selection().page(), section));
        }
    }

    void chooseNothing() {
        editor.select(Selection.of(state().selection().page()));
    }

    Optional<Section> chosen() {
        return state().selection().section().flatMap(site()::section);
    }

    /// What a section is, as its panels see it; empty when that is not here.
    Optional<SectionKind> kindOf(Section section) {
        return SiteComponents.of(site(), section).map(SiteComponents::kind).or(() -> catalogue.kind(section.kind()));
    }

    /// What a section says where its fields were never set.
    Fields defaultsOf(Section section) {
        return SiteComponents.of(site(), section).map(SiteComponents::defaults).orElse(Fields.EMPTY);
    }

    /// What a section is called in the outline: its own title where it has one, else its kind.
    String nameOf(Section section) {
        return kindOf(section).map(SectionKind::name).orElse(section.kind());
    }

    String titleOf(Section section) {
        String title = RichText.plain(section.content().text("title")).strip();
        boolean says = !title.isEmpty() && !isShared(section) && !section.kind().equals("hero");
        return says ? title : nameOf(section);
    }

    /// Whether every page shows the section.
    boolean isShared(Section section) {
        return site().pageOf(section.id()).isEmpty();
    }

    /// Does what the canvas asks for.
    ///
    /// @return whether it was something this model can do alone
    boolean on(CanvasEvent event) {
        return switch (event) {
            case CanvasEvent.Select select -> {
                site().section(select.section()).ifPresent(found -> choose(found.id()));
                yield true;
            }
            case CanvasEvent.Deselect none -> {
                chooseNothing();
                yield true;
            }
            case CanvasEvent.Typed typed -> {
                run(sections.setField(
                        typed.section(), typed.path(), new Value.Text(typed.value()), Transaction.Source.CANVAS));
                yield true;
            }
            case CanvasEvent.Move move -> {
                run(sections.move(move.section(), move.by()));
                yield true;
            }
            case CanvasEvent.Duplicate duplicate -> {
                run(sections.duplicate(duplicate.section()));
                yield true;
            }
            case CanvasEvent.Delete delete -> {
                run(sections.delete(delete.section()));
                yield true;
            }
            case CanvasEvent.Layout layout -> {
                site().section(layout.section()).ifPresent(section -> turn(section, layout.by()));
                yield true;
            }
            case CanvasEvent.Ready other -> false;
            case CanvasEvent.Left other -> false;
            case CanvasEvent.InsertAfter other -> false;
            case CanvasEvent.ReplacePicture other -> false;
        };
    }

    /// The next (1) or previous (-1) layout, round and round.
    void turn(Section section, int by) {
        List<Variant> variants = variants(section);
        if (variants.size() > 1) {
            int next = Math.floorMod(layout(section) + by, variants.size());
            run(sections.setVariant(section.id(), variants.get(next).name()));
        }
    }

    List<Variant> variants(Section section) {
        return catalogue.kind(section.kind()).map(SectionKind::variants).orElse(List.of());
    }

    /// Which of its layouts a section has, from 0.
    int layout(Section section) {
        return catalogue
                .kind(section.kind())
                .map(kind -> kind.variants().indexOf(kind.variantOrFirst(section.variant())))
                .orElse(0);
    }

    /// Where a new section of a kind goes when it is wanted after another: kinds that every page shares go above or
    /// below the pages.
    Where placeFor(SectionKind kind, Optional<SectionId> after) {
        PageId page = state().selection().page();
        return switch (kind.placement()) {
            case TOP -> new Where(new Place.Top(), site().top().size());
            case BOTTOM -> new Where(new Place.Bottom(), site().bottom().size());
            case PAGE -> {
                List<Section> onPage = site().page(page).orElse(site().home()).sections();
                int at = onPage.size();
                for (int i = 0; i < onPage.size(); i++) {
                    if (after.filter(onPage.get(i).id()::equals).isPresent()) {
                        at = i + 1;
                    }
                }
                boolean afterTop = after.flatMap(id -> site().top().stream()
                                .filter(section -> section.id().equals(id))
                                .findFirst())
                        .isPresent();
                yield new Where(new Place.OnPage(page), afterTop ? 0 : at);
            }
        };
    }

    /// A place in a list of sections.
    record Where(Place place, int at) {}
}
