package org.sitewright.ui.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.sitewright.edit.Editor;
import org.sitewright.media.MediaCrop;
import org.sitewright.media.MediaImport.Brought;
import org.sitewright.media.MediaItem;
import org.sitewright.media.MediaUse;
import org.sitewright.site.Focal;
import org.sitewright.site.MediaId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Outcome;
import org.sitewright.work.Problem;

/// A site's pictures and files: searched, narrowed, ordered; and everything that can be done with them.
final class MediaViewModel {
    private final MediaPorts ports;
    private final Navigator navigator;
    private final Work work;
    private final Editor editor;
    private final Map<MediaId, MediaItem> all = new HashMap<>();
    private final ObservableList<MediaItem> shown = FXCollections.observableArrayList();
    private final ObservableList<Arrival> arrivals = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<MediaOrder.Filter> filter = new SimpleObjectProperty<>(MediaOrder.Filter.ALL);
    private final ObjectProperty<MediaOrder.Sort> sort = new SimpleObjectProperty<>(MediaOrder.Sort.NEWEST);
    private final ObjectProperty<@Nullable MediaItem> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final MediaSteps steps = new MediaSteps();
    private final Deque<Runnable> writes = new ArrayDeque<>();
    private Map<MediaId, List<MediaUse>> uses;
    private boolean writing;

    MediaViewModel(Site site, MediaPorts ports, Navigator navigator, Work work) {
        this.ports = ports;
        this.navigator = navigator;
        this.work = work;
        this.editor = new Editor(site, ports.clock());
        this.uses = MediaUse.all(site);
        search.addListener((property, before, after) -> show());
        filter.addListener((property, before, after) -> show());
        sort.addListener((property, before, after) -> show());
    }

    ObservableList<MediaItem> shown() {
        return shown;
    }

    ObservableList<Arrival> arrivals() {
        return arrivals;
    }

    StringProperty searchProperty() {
        return search;
    }

    ObjectProperty<MediaOrder.Filter> filterProperty() {
        return filter;
    }

    ObjectProperty<MediaOrder.Sort> sortProperty() {
        return sort;
    }

    ObjectProperty<@Nullable MediaItem> selectedProperty() {
        return selected;
    }

    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// How many steps can be undone.
    ReadOnlyIntegerProperty undoableProperty() {
        return steps.undoableProperty();
    }

    /// How many steps that were taken back can be done again.
    ReadOnlyIntegerProperty redoableProperty() {
        return steps.redoableProperty();
    }

    Site site() {
        return editor.site();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    long count(MediaOrder.Filter wanted) {
        return all.values().stream()
                .filter(item -> wanted.takes(item, isUsed(item)))
                .count();
    }

    List<MediaUse> uses(MediaItem item) {
        return uses.getOrDefault(item.media(), List.of());
    }

    boolean isUsed(MediaItem item) {
        return uses.containsKey(item.media());
    }

    void load() {
        work.run(
                (progress, cancel) -> ports.library().list(site().id()),
                items -> {
                    items.forEach(item -> all.put(item.media(), item));
                    loaded.set(true);
                    show();
                },
                navigator::tell);
    }

    /// Takes files in, each by itself; one that cannot be taken stops no other.
    void bring(List<Incoming> files) {
        for (Incoming file : files) {
            Arrival arrival = new Arrival(file.name());
            arrivals.addFirst(arrival);
            arrival.started(work.<Brought>start(
                    (progress, cancel) -> bring(file, cancel), outcome -> arrived(arrival, outcome)));
        }
    }

    private Brought bring(Incoming file, CancelToken cancel) throws IOException {
        try (InputStream in = new CancelledStream(file.source().open(), cancel)) {
            return ports.bytes().imports().bring(site().id(), file.name(), in, "", change("Add " + file.name()));
        }
    }

    private void arrived(Arrival arrival, Outcome<Brought> outcome) {
        switch (outcome) {
            case Outcome.Done<Brought> end -> {
                MediaItem item = end.value().item();
                put(item);
                if (end.value().fresh()) {
                    arrival.ended(Arrival.State.ADDED, "Added");
                } else {
                    arrival.ended(Arrival.State.ALREADY_HERE, "Already here as “" + item.fileName() + "”");
                }
                selected.set(item);
            }
            case Outcome.Cancelled<Brought> stopped -> arrival.ended(Arrival.State.CANCELLED, "Cancelled");
            case Outcome.Failed<Brought> failed ->
                arrival.ended(
                        Arrival.State.FAILED,
                        failed.fault() instanceof Problem problem
                                ? problem.happened() + " " + problem.remedy()
                                : "It could not be read.");
        }
    }

    /// Takes away the list of what arrived; what is still on its way stays.
    void clearArrivals() {
        arrivals.removeIf(arrival -> arrival.state() != Arrival.State.RUNNING);
    }

    void rename(MediaItem item, String name) {
        if (!name.isBlank() && !name.equals(item.fileName())) {
            describe(item, item.withName(name.strip()), "Rename " + item.fileName());
        }
    }

    void setAlt(MediaItem item, String alt) {
        if (!alt.equals(item.alt())) {
            describe(item, item.withAlt(alt), "Alt text of " + item.fileName());
        }
    }

    void setFocal(MediaItem item, Focal focal) {
        if (!focal.equals(item.focal())) {
            describe(item, item.withFocal(focal), "Focal point of " + item.fileName());
        }
    }

    private void describe(MediaItem before, MediaItem after, String label) {
        describe(after, label);
        steps.did(label, () -> describe(before, "Undo " + label), () -> describe(after, label));
    }

    private void describe(MediaItem item, String label) {
        put(item);
        keep(label, () -> ports.library().describe(item, change(label)));
    }

    /// Takes the item out of the library; its bytes stay, and pages that show it go on showing it.
    void remove(MediaItem item) {
        String label = "Remove " + item.fileName();
        takeOut(item, label);
        steps.did(label, () -> putBack(item, "Undo " + label), () -> takeOut(item, label));
        int places = uses(item).size();
        navigator.tell(
                "Removed “" + item.fileName() + "”"
                        + (places == 0 ? "" : "; " + places(places) + " still show" + (places == 1 ? "s" : "") + " it"),
                "Undo",
                this::undo);
    }

    /// Cuts the largest part of that shape around the focal point out of a picture, as a new item.
    void crop(MediaItem item, MediaCrop.Part part) {
        String label = "Crop " + item.fileName();
        work.<MediaItem>run(
                (progress, cancel) -> ports.bytes().crop().cut(item, part, change(label)),
                made -> {
                    put(made);
                    selected.set(made);
                    steps.did(label, () -> takeOut(made, "Undo " + label), () -> putBack(made, label));
                    navigator.tell("Cropped to " + part.width() + " × " + part.height(), "Undo", this::undo);
                },
                navigator::tell);
    }

    /// Shows the second picture wherever the site shows the first.
    void replaceEverywhere(MediaItem from, MediaItem to) {
        ReplaceEverywhere.of(site(), from, to).ifPresent(transaction -> {
            int places = uses(from).size();
            editor.dispatch(transaction);
            save(transaction.label());
            steps.did(
                    transaction.label(),
                    () -> {
                        if (editor.undo()) {
                            save("Undo " + transaction.label());
                        }
                    },
                    () -> {
                        if (editor.redo()) {
                            save(transaction.label());
                        }
                    });
            selected.set(to);
            navigator.tell("Replaced in " + places(places), "Undo", this::undo);
        });
    }

    void undo() {
        steps.undo();
    }

    void redo() {
        steps.redo();
    }

    /// What undo would take back, in words.
    Optional<String> undoLabel() {
        return steps.label();
    }

    /// Writes a copy of the original to a file.
    void download(MediaItem item, Path to) {
        work.<Path>run(
                (progress, cancel) ->
                        Files.copy(ports.bytes().store().path(item.media()), to, StandardCopyOption.REPLACE_EXISTING),
                written -> navigator.tell("Saved as " + to.getFileName()),
                navigator::tell);
    }

    /// A small picture of the item, for a list; not called for what has none.
    CancelToken thumbnail(MediaItem item, Consumer<Path> made) {
        return work.<Optional<Path>>start(
                (progress, cancel) -> ports.bytes().thumbnails().of(item, cancel), outcome -> {
                    if (outcome instanceof Outcome.Done<Optional<Path>> end) {
                        end.value().ifPresent(made);
                    }
                });
    }

    /// Draws what has no small picture.
    MediaPorts.Drawings drawings() {
        return ports.drawings();
    }

    static String places(int count) {
        return count == 1 ? "1 place" : count + " places";
    }

    private void save(String label) {
        Site site = site();
        uses = MediaUse.all(site);
        show();
        keep(label, () -> ports.sites().save(site, change(label)));
    }

    /// Writes go out one after another, in the order in which they were made.
    private void keep(String label, Runnable write) {
        writes.addLast(write);
        if (!writing) {
            writeNext(label);
        }
    }

    private void writeNext(String label) {
        Runnable next = writes.pollFirst();
        writing = next != null;
        if (next != null) {
            work.<String>run(
                    (progress, cancel) -> {
                        next.run();
                        return label;
                    },
                    kept -> writeNext(label),
                    fault -> {
                        navigator.tell(fault);
                        writeNext(label);
                    });
        }
    }

    private void takeOut(MediaItem item, String label) {
        drop(item);
        keep(label, () -> ports.library().remove(item.site(), item.media(), change(label)));
    }

    private void putBack(MediaItem item, String label) {
        put(item);
        keep(label, () -> {
            MediaItem unused = ports.library().add(item, change(label));
        });
    }

    private Change change(String label) {
        return new Change(navigator.user(), label);
    }

    private void put(MediaItem item) {
        all.put(item.media(), item);
        MediaItem chosen = selected.get();
        show();
        if (chosen != null && chosen.media().equals(item.media())) {
            selected.set(item);
        }
    }

    private void drop(MediaItem item) {
        all.remove(item.media());
        MediaItem chosen = selected.get();
        if (chosen != null && chosen.media().equals(item.media())) {
            selected.set(null);
        }
        show();
    }

    private void show() {
        List<MediaItem> fitting = new ArrayList<>(all.values());
        fitting.removeIf(item -> !filter.get().takes(item, isUsed(item)) || !MediaOrder.fits(item, search.get()));
        fitting.sort(sort.get().order());
        shown.setAll(fitting);
    }
}
