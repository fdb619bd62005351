package org.sitewright.ui.history;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.sitewright.edit.Command;
import org.sitewright.edit.Edit;
import org.sitewright.edit.Editor;
import org.sitewright.edit.Edits;
import org.sitewright.edit.PastSteps;
import org.sitewright.edit.Transaction;
import org.sitewright.history.Comparison;
import org.sitewright.history.Conflict;
import org.sitewright.history.FieldChange;
import org.sitewright.history.Merged;
import org.sitewright.history.Moment;
import org.sitewright.history.MomentName;
import org.sitewright.history.PartChange;
import org.sitewright.history.Past;
import org.sitewright.history.SiteWords;
import org.sitewright.history.TakeBack;
import org.sitewright.preview.CanvasPage;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;
import org.sitewright.work.Problem;

/// The state of the history screen: the moments of a site, one of them beside now, and what can be taken back. The
/// screen's thread owns it.
final class HistoryViewModel {
    private final HistoryPorts ports;
    private final Navigator navigator;
    private final Work work;
    private final Editor editor;
    private final When when;
    private final Timeline timeline;
    private final ObjectProperty<PageId> page;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ChangesToStore changes;
    private final ObservableList<MomentName> names = FXCollections.observableArrayList();
    private Map<String, String> people = Map.of();
    private boolean drawing;
    private boolean stale;

    private record Loaded(List<Moment> moments, List<MomentName> names, Map<String, String> people) {}

    HistoryViewModel(Site site, HistoryPorts ports, Navigator navigator, Work work) {
        this.ports = ports;
        this.navigator = navigator;
        this.work = work;
        this.editor = new Editor(site, ports.around().clock());
        this.when = new When(ports.around().zone());
        this.timeline = new Timeline(ports.around().zone());
        this.changes = new ChangesToStore(ports.sites(), work, navigator, this::read);
        this.page = new SimpleObjectProperty<>(site.home().id());
        timeline.positionProperty().addListener((property, before, after) -> draw());
        page.addListener((property, before, after) -> draw());
        editor.listen(change -> {
            if (change.isEdit()) {
                changes.add(change.after().site(), new Change(navigator.user(), change.label()));
                draw();
            }
        });
    }

    Timeline timeline() {
        return timeline;
    }

    When when() {
        return when;
    }

    Clock clock() {
        return ports.around().clock();
    }

    ZoneId zone() {
        return ports.around().zone();
    }

    Editor editor() {
        return editor;
    }

    Site now() {
        return editor.site();
    }

    ObjectProperty<PageId> pageProperty() {
        return page;
    }

    /// What the screen shows; null until the first moment was read.
    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty savingProperty() {
        return changes.savingProperty();
    }

    ObservableList<MomentName> names() {
        return names;
    }

    Optional<MomentName> nameOf(Moment moment) {
        return names.stream()
                .filter(name -> name.sequence() == moment.sequence())
                .findFirst();
    }

    SiteWords words() {
        return ports.words();
    }

    /// Which pages and sections a change touched, as far as they are still there.
    String place(Moment moment) {
        List<String> places = new ArrayList<>();
        moment.touched().pages().forEach(id -> now().page(id).ifPresent(found -> places.add(found.name())));
        if (moment.touched().shared()) {
            places.add("Every page");
        }
        moment.touched().sections().stream()
                .flatMap(id -> now().section(id).stream())
                .limit(3)
                .forEach(section -> places.add(ports.words().section(section)));
        return places.isEmpty() ? moment.kind().words() : String.join(", ", places);
    }

    /// Who made a change, in words.
    String person(Moment moment) {
        if (moment.actor().equals(navigator.user().toString())) {
            return "You";
        }
        return people.getOrDefault(moment.actor(), moment.actor().isEmpty() ? "Sitewright" : "Somebody else");
    }

    /// Goes to a moment, and to a page that it changed.
    void look(Moment moment) {
        var touched = moment.touched().pages();
        if (!touched.isEmpty() && !touched.contains(page.get())) {
            now().pages().stream()
                    .map(Page::id)
                    .filter(touched::contains)
                    .findFirst()
                    .ifPresent(page::set);
        }
        timeline.go(moment);
    }

    /// The pages that can be looked at: those there are now, then those there were.
    Map<PageId, String> pages() {
        Map<PageId, String> pages = new LinkedHashMap<>();
        now().pages().forEach(each -> pages.put(each.id(), each.name()));
        Shown here = shown.get();
        if (here != null) {
            for (Page each : here.then().pages()) {
                pages.putIfAbsent(each.id(), each.name() + " (deleted)");
            }
        }
        return pages;
    }

    void load() {
        Site opened = editor.site();
        read();
        work.<PastSteps>run(
                (progress, cancel) -> new Past(ports.history()).of(opened), editor::recall, navigator::tell);
    }

    private void read() {
        work.<Loaded>run(
                (progress, cancel) -> new Loaded(
                        ports.history().moments(now().id()),
                        ports.history().names(now().id()),
                        ports.around().people().get()),
                found -> {
                    people = found.people();
                    names.setAll(found.names());
                    timeline.load(found.moments());
                    loaded.set(true);
                },
                navigator::tell);
    }

    /// Draws the moment that is wanted; while one is drawn, only the newest wish is kept.
    private void draw() {
        Moment moment = timeline.positionProperty().get();
        if (moment == null) {
            return;
        }
        if (drawing) {
            stale = true;
            return;
        }
        drawing = true;
        stale = false;
        Site now = now();
        PageId wanted = page.get();
        work.<Shown>run((progress, cancel) -> look(moment, now, wanted), this::drawn, fault -> {
            drawing = false;
            navigator.tell(fault);
        });
    }

    private void drawn(Shown found) {
        drawing = false;
        shown.set(found);
        if (stale) {
            draw();
        }
    }

    private Shown look(Moment moment, Site now, PageId wanted) {
        Site then = ports.history()
                .at(now.id(), moment.sequence())
                .orElseThrow(() ->
                        new Problem("SW-HISTORY-404", "This moment cannot be read any more.", "Choose another one."));
        Comparison comparison = Comparison.of(then, now, ports.words());
        return new Shown(moment, then, now, comparison, wanted, parts(then, wanted), parts(now, wanted));
    }

    private Optional<CanvasPage.Parts> parts(Site site, PageId wanted) {
        return site.page(wanted).map(found -> ports.drawing().draw(site, wanted));
    }

    void takeBackEverything() {
        takeBack(TakeBack::everything);
    }

    void takeBack(PageId wanted) {
        takeBack(back -> back.page(wanted));
    }

    void takeBack(SectionId section) {
        takeBack(back -> back.section(section));
    }

    void takeBack(SectionId section, FieldChange.Target field) {
        takeBack(back -> back.field(section, field));
    }

    void takeBack(PartChange.Part part) {
        takeBack(back -> back.part(part));
    }

    private void takeBack(Function<TakeBack, Command> which) {
        Shown here = shown.get();
        if (here == null) {
            return;
        }
        TakeBack back = new TakeBack(here.then(), when.label(here.moment().at()), ports.words());
        if (editor.run(which.apply(back))) {
            String label = editor.history().undoLabel().orElse("");
            navigator.tell("Brought back: " + label, "Undo", this::undo);
        } else {
            navigator.tell("That is the same now, or its place is gone. Take back the page instead.");
        }
    }

    void undo() {
        editor.undo();
    }

    void redo() {
        editor.redo();
    }

    /// Runs something once every change made here is stored.
    void whenStored(Runnable then) {
        changes.whenStored(then);
    }

    /// Gives the moment that is shown a name; an empty one takes its name away.
    void name(String words) {
        Shown here = shown.get();
        if (here == null) {
            return;
        }
        String wanted = words.strip();
        Optional<UUID> old = nameOf(here.moment()).map(MomentName::id);
        Change change = new Change(
                navigator.user(), wanted.isEmpty() ? "Forget the name of a moment" : "Name a moment “" + wanted + "”");
        work.<List<MomentName>>run(
                (progress, cancel) -> {
                    old.ifPresent(id -> ports.history().forget(now().id(), id, change));
                    if (!wanted.isEmpty()) {
                        ports.history().name(now().id(), here.moment().sequence(), wanted, change);
                    }
                    return ports.history().names(now().id());
                },
                names::setAll,
                navigator::tell);
    }

    /// Makes a site of its own out of the moment that is shown, and opens it.
    void openAsNewSite() {
        Shown here = shown.get();
        if (here == null) {
            return;
        }
        String name = here.then().name() + ", " + when.label(here.moment().at());
        String fitting = name.length() > Site.LONGEST_NAME ? here.then().name() : name;
        work.<SiteId>run(
                (progress, cancel) -> ports.around().asNewSite().apply(here.then(), fitting),
                made -> {
                    navigator.tell("“" + fitting + "” is a site of its own now");
                    navigator.open(new Destination.Editor(made));
                },
                navigator::tell);
    }

    void export(Path file) {
        Site site = now();
        work.<Boolean>run(
                (progress, cancel) -> {
                    ports.copies().export(site, file);
                    return true;
                },
                done -> navigator.tell("Wrote " + file.getFileName() + " with every moment"),
                navigator::tell);
    }

    /// Joins the site with a copy of it.
    ///
    /// @param ask called where both changed the same things, with what to do once it is decided who wins
    void merge(Path file, BiConsumer<List<Conflict>, Consumer<Set<String>>> ask) {
        SiteId site = now().id();
        whenStored(() -> work.<Merged>run(
                (progress, cancel) -> ports.copies().look(site, file, Set.of()),
                look -> {
                    if (look.conflicts().isEmpty()) {
                        join(file, Set.of());
                    } else {
                        ask.accept(look.conflicts(), theirs -> join(file, theirs));
                    }
                },
                navigator::tell));
    }

    private void join(Path file, Set<String> theirs) {
        SiteId site = now().id();
        UserId user = navigator.user();
        work.<Merged>run(
                (progress, cancel) -> ports.copies().joined(site, file, theirs, user),
                merged -> {
                    Edit edit = new Edit.PutDocument(merged.site());
                    boolean same = Edits.apply(now(), edit).equals(now());
                    if (same) {
                        navigator.tell("The copy has nothing that is not here");
                        return;
                    }
                    editor.dispatch(new Transaction(
                            "Merge of another copy",
                            "",
                            List.of(edit),
                            editor.state().selection(),
                            Transaction.Source.PANEL));
                    navigator.tell("Both copies are one now", "Undo", this::undo);
                },
                navigator::tell);
    }
}
