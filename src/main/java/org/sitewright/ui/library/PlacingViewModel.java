package org.sitewright.ui.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitewright.edit.Edit;
import org.sitewright.edit.Edit.Place;
import org.sitewright.edit.Editor;
import org.sitewright.edit.Edits;
import org.sitewright.edit.Selection;
import org.sitewright.edit.Transaction;
import org.sitewright.library.Component;
import org.sitewright.library.Field;
import org.sitewright.library.SectionKind;
import org.sitewright.library.component.ComponentLibrary;
import org.sitewright.library.component.SiteComponents;
import org.sitewright.render.SectionAsComponent;
import org.sitewright.site.Fields;
import org.sitewright.site.Ids;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteComponent;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;

/// What can be done with components while a page is open.
public final class PlacingViewModel {
    private final Editor editor;
    private final ComponentLibrary library;
    private final SectionAsComponent taking;
    private final Ids ids;
    private final Screen screen;
    private List<Component> all = List.of();
    private Runnable changed = () -> {};

    /// A field that a use says otherwise.
    record Changed(String field, String label) {}

    /// Where it works and speaks.
    public record Screen(Navigator navigator, Work work) {}

    public PlacingViewModel(
            Editor editor, ComponentLibrary library, SectionAsComponent taking, Ids ids, Screen screen) {
        this.editor = editor;
        this.library = library;
        this.taking = taking;
        this.ids = ids;
        this.screen = screen;
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    void load() {
        screen.work()
                .<List<Component>>run(
                        (progress, cancel) -> library.list(screen.navigator().user()),
                        list -> {
                            all = list;
                            changed.run();
                        },
                        screen.navigator()::tell);
    }

    List<Component> all() {
        return all;
    }

    Optional<Section> chosen() {
        return editor.state().selection().section().flatMap(editor.site()::section);
    }

    /// The component that the chosen section shows.
    Optional<SiteComponent> chosenComponent() {
        return chosen().flatMap(section -> SiteComponents.of(editor.site(), section));
    }

    boolean inLibrary(SiteComponent component) {
        return all.stream().anyMatch(each -> each.id().equals(component.id()));
    }

    /// Whether the chosen use says anything of its own.
    boolean isChanged() {
        return chosen().filter(section -> !section.content().values().isEmpty()).isPresent();
    }

    boolean canSaveSection() {
        return chosen().filter(section -> !section.kind().equals(Section.COMPONENT))
                .isPresent();
    }

    /// Puts a component behind the chosen section and chooses it; one step to undo.
    ///
    /// @param scripted whether the person has agreed to its script
    void insert(Component component, boolean scripted) {
        Site site = editor.site();
        SectionId id = new SectionId(ids.next());
        Section section = new Section(id, Section.COMPONENT, component.id().toString(), Fields.EMPTY, "", false);
        // Who says no to this script here has said nothing about the one that other uses run already.
        SiteComponent copy = site.component(component.id())
                .filter(old -> old.scripted() && !scripted)
                .orElseGet(() -> SiteComponents.copy(component, scripted));
        PageId page = editor.state().selection().page();
        editor.run(state -> Optional.of(new Transaction(
                "Add " + component.name(),
                "",
                List.of(
                        new Edit.PutComponent(copy),
                        new Edit.InsertSection(new Place.OnPage(page), placeOnPage(page), section)),
                Selection.of(page, id),
                Transaction.Source.PANEL)));
        screen.work()
                .<Boolean>run(
                        (progress, cancel) -> {
                            library.counted(screen.navigator().user(), component.id());
                            return true;
                        },
                        done -> {},
                        screen.navigator()::tell);
    }

    /// The chosen use shows what the component says again.
    void reset() {
        chosen().ifPresent(section -> {
            List<Edit> edits = new ArrayList<>();
            section.content().values().keySet().forEach(field -> edits.add(new Edit.ClearField(section.id(), field)));
            run("Reset to the component’s", edits);
        });
    }

    /// The fields in which the chosen use differs, with what they are called.
    List<Changed> changedFields() {
        Optional<SectionKind> kind = chosenComponent().map(SiteComponents::kind);
        return chosen().stream()
                .flatMap(section -> section.content().values().keySet().stream())
                .map(name -> new Changed(
                        name,
                        kind.flatMap(each -> each.field(name)).map(Field::label).orElse(name)))
                .toList();
    }

    /// One field of the chosen use shows what the component says again.
    void reset(String field) {
        chosen().filter(section -> section.content().values().containsKey(field))
                .ifPresent(
                        section -> run("Reset to the component’s", List.of(new Edit.ClearField(section.id(), field))));
    }

    void allow(SiteComponent component, boolean scripted) {
        run(
                scripted ? "Allow the script of " + component.name() : "Stop the script of " + component.name(),
                List.of(new Edit.PutComponent(new SiteComponent(
                        component.id(),
                        component.name(),
                        component.html(),
                        component.css(),
                        component.javascript(),
                        scripted))));
    }

    /// Makes a component of one's own out of the chosen section.
    void saveSection() {
        Optional<Section> section = chosen().filter(each -> canSaveSection());
        Site site = editor.site();
        PageId page = editor.state().selection().page();
        section.ifPresent(found -> screen.work()
                .<Component>run(
                        (progress, cancel) -> library.add(
                                screen.navigator().user(), taking.name(found), "other", taking.code(site, page, found)),
                        made -> {
                            load();
                            screen.navigator()
                                    .tell(
                                            made.name() + " is a component of yours now",
                                            "Open it",
                                            () -> screen.navigator().open(new Destination.Components(made.id())));
                        },
                        screen.navigator()::tell));
    }

    private void run(String label, List<Edit> edits) {
        if (!edits.isEmpty()) {
            editor.run(state ->
                    Optional.of(new Transaction(label, "", edits, state.selection(), Transaction.Source.PANEL)));
        }
    }

    private int placeOnPage(PageId page) {
        Optional<Edits.Placed> placed =
                editor.state().selection().section().flatMap(id -> Edits.find(editor.site(), id));
        int count = Edits.at(editor.site(), new Place.OnPage(page)).size();
        return placed.map(found -> found.place() instanceof Place.OnPage
                        ? found.at() + 1
                        : found.place() instanceof Place.Top ? 0 : count)
                .orElse(count);
    }
}
