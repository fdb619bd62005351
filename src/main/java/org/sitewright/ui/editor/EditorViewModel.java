package org.sitewright.ui.editor;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.sitewright.edit.Command;
import org.sitewright.edit.Edit;
import org.sitewright.edit.Edit.Place;
import org.sitewright.edit.Editor;
import org.sitewright.edit.EditorState;
import org.sitewright.edit.Edits;
import org.sitewright.edit.PageCommands;
import org.sitewright.edit.SectionCommands;
import org.sitewright.edit.Selection;
import org.sitewright.edit.Transaction;
import org.sitewright.library.Catalogue;
import org.sitewright.library.SectionKind;
import org.sitewright.library.SectionKind.Variant;
import org.sitewright.library.component.SiteComponents;
import org.sitewright.preview.CanvasEvent;
import org.sitewright.preview.CanvasEvent.How;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Fields;
import org.sitewright.site.Ids;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.RichText;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteListing;
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
    private Optional<PictureSpot> picture = Optional.empty();
    private String publishedUrl = "";
    private boolean wasPublic;

    EditorViewModel(Site site, Autosave autosave, Catalogue catalogue, UserId user, Ids ids, Clock clock) {
        this.editor = new Editor(site, clock);
        this.autosave = autosave;
        this.catalogue = catalogue;
        this.user = user;
        this.sections = new SectionCommands(this::nameOf, ids);
        this.pages = new PageCommands(ids, () -> wasPublic);
        editor.listen(change -> {
            if (change.isEdit()) {
                autosave.changed(change.after().site(), new Change(user, change.label()));
            }
        });
    }

    /// Takes over what is known of the site's publishing: from then on, addresses that pages leave lead to them.
    void published(SiteListing listing) {
        publishedUrl = listing.publishedUrl();
        wasPublic = !publishedUrl.isEmpty() || listing.publishedAt().isAfter(Instant.EPOCH);
    }

    /// Where visitors find the site; empty before the first publish.
    String publishedUrl() {
        return publishedUrl;
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

    /// Stores what is not yet, then runs something.
    void whenStored(Runnable then) {
        autosave.whenStored(then);
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

    /// The page that is open.
    Page page() {
        return site().page(state().selection().page()).orElse(site().home());
    }

    void openPage(PageId page) {
        if (!state().selection().page().equals(page)) {
            editor.select(Selection.of(page));
        }
    }

    void choose(SectionId section) {
        choose(section, How.ALONE);
    }

    /// @param how what becomes of what was chosen before
    void choose(SectionId section, How how) {
        Selection now = state().selection();
        Selection then =
                switch (how) {
                    case ALONE -> Selection.of(now.page(), section);
                    case TOGGLE -> now.toggled(section);
                    case RANGE ->
                        Choosing.range(now, onPage().stream().map(Section::id).toList(), section);
                };
        if (!then.equals(now)) {
            editor.select(then);
        }
    }

    /// Chooses exactly these; the last one is what the panels show.
    void chooseAll(List<SectionId> sections) {
        Selection then = new Selection(state().selection().page(), sections);
        if (!then.equals(state().selection())) {
            editor.select(then);
        }
    }

    /// Chooses the next (1) or previous (-1) section of the page.
    ///
    /// @param extend whether those that are chosen stay so
    void step(int by, boolean extend) {
        List<SectionId> order = onPage().stream()
                .filter(section -> !section.hidden())
                .map(Section::id)
                .toList();
        Selection then = Choosing.step(state().selection(), order, by, extend);
        if (!then.equals(state().selection())) {
            editor.select(then);
        }
    }

    void chooseNothing() {
        editor.select(Selection.of(state().selection().page()));
    }

    /// The sections of the open page with those that every page shows, from top to bottom.
    List<Section> onPage() {
        Site site = site();
        List<Section> inside =
                site.page(state().selection().page()).map(Page::sections).orElse(List.of());
        return Stream.of(site.top(), inside, site.bottom())
                .flatMap(List::stream)
                .toList();
    }

    /// What an act on a section is for: all that are chosen where it is one of them, else it alone.
    List<SectionId> with(SectionId section) {
        Selection selection = state().selection();
        return selection.has(section) ? selection.sections() : List.of(section);
    }

    List<SectionId> chosenIds() {
        return state().selection().sections();
    }

    /// Everything that is chosen, from top to bottom.
    List<Section> allChosen() {
        return onPage().stream()
                .filter(section -> state().selection().has(section.id()))
                .toList();
    }

    /// The picture that was clicked last, while its section is chosen.
    Optional<PictureSpot> picture() {
        return picture.filter(spot -> state().selection().section().equals(Optional.of(spot.section())))
                .filter(spot -> pictureAt(spot).isPresent());
    }

    void choosePicture(PictureSpot spot) {
        choose(spot.section());
        picture = Optional.of(spot);
        editor.select(state().selection());
    }

    Optional<Value> pictureAt(PictureSpot spot) {
        return site().section(spot.section())
                .flatMap(section -> section.content().get(spot.path()));
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
        return Stream.of(site().top(), site().bottom()).flatMap(List::stream).anyMatch(shared -> shared.id()
                .equals(section.id()));
    }

    /// Does what the canvas asks for.
    ///
    /// @return whether it was something this model can do alone
    boolean on(CanvasEvent event) {
        return switch (event) {
            case CanvasEvent.Select select -> {
                site().section(select.section()).ifPresent(found -> clicked(select));
                yield true;
            }
            case CanvasEvent.Deselect none -> {
                chooseNothing();
                yield true;
            }
            case CanvasEvent.Typed typed ->
                done(sections.setField(
                        typed.section(), typed.path(), new Value.Text(typed.value()), Transaction.Source.CANVAS));
            case CanvasEvent.Move move -> done(sections.several().move(with(move.section()), move.by()));
            case CanvasEvent.Duplicate duplicate -> done(sections.several().duplicate(with(duplicate.section())));
            case CanvasEvent.Delete delete -> done(sections.several().delete(with(delete.section())));
            case CanvasEvent.Hide hide -> done(sections.several().setHidden(with(hide.section()), true));
            case CanvasEvent.Drop drop -> done(moveBeside(drop.sections(), drop.beside(), drop.below()));
            case CanvasEvent.Layout layout -> {
                site().section(layout.section()).ifPresent(section -> turn(section, layout.by()));
                yield true;
            }
            case CanvasEvent.Ready other -> false;
            case CanvasEvent.Left other -> false;
            case CanvasEvent.Insert other -> false;
            case CanvasEvent.OpenPicture other -> false;
            case CanvasEvent.Pasted other -> false;
            case CanvasEvent.AskLink other -> false;
            case CanvasEvent.More other -> false;
            case CanvasEvent.Frame other -> false;
        };
    }

    private boolean done(Command command) {
        run(command);
        return true;
    }

    private void clicked(CanvasEvent.Select select) {
        if (select.picture().isEmpty() || select.how() != How.ALONE) {
            picture = Optional.empty();
            choose(select.section(), select.how());
        } else {
            choosePicture(new PictureSpot(select.section(), FieldPath.parse(select.picture())));
        }
    }

    /// Moves sections together to stand above or below another one.
    Command moveBeside(List<SectionId> moved, SectionId beside, boolean below) {
        return state -> Edits.find(state.site(), beside).flatMap(target -> sections.several()
                .moveTo(moved, target.place(), target.at() + (below ? 1 : 0))
                .on(state));
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

    /// Where a new section of a kind goes when it is wanted beside another: kinds that every page shares go above or
    /// below the pages.
    Where placeFor(SectionKind kind, Optional<SectionId> beside, boolean before) {
        return switch (kind.placement()) {
            case TOP -> new Where(new Place.Top(), site().top().size());
            case BOTTOM -> new Where(new Place.Bottom(), site().bottom().size());
            case PAGE -> onPage(beside, before);
        };
    }

    /// Puts sections from elsewhere after the chosen one; those that every page shares go where they belong.
    Command paste(List<Section> pasted) {
        List<Edit.InsertSection> inserts = new ArrayList<>();
        Map<Place, Integer> added = new HashMap<>();
        for (Section section : pasted) {
            Optional<SectionId> beside = state().selection().section();
            Where where = catalogue
                    .kind(section.kind())
                    .map(kind -> placeFor(kind, beside, false))
                    .orElseGet(() -> onPage(beside, false));
            int before = added.merge(where.place(), 1, Integer::sum) - 1;
            inserts.add(new Edit.InsertSection(where.place(), where.at() + before, section));
        }
        return sections.several().paste(inserts);
    }

    /// Where something goes among the sections of the open page.
    Where onPage(Optional<SectionId> beside, boolean before) {
        Place page = new Place.OnPage(state().selection().page());
        int end = Edits.at(site(), page).size();
        Optional<Edits.Placed> found = beside.flatMap(id -> Edits.find(site(), id));
        int at = found.map(placed -> switch (placed.place()) {
                    case Place.Top() -> 0;
                    case Place.Bottom() -> end;
                    case Place.OnPage(PageId on) -> placed.at() + (before ? 0 : 1);
                })
                .orElse(end);
        return new Where(page, at);
    }

    /// A place in a list of sections.
    record Where(Place place, int at) {}
}
