package org.sitewright.ui.editor;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.sitewright.edit.Transaction;
import org.sitewright.library.Field;
import org.sitewright.library.FieldType;
import org.sitewright.library.SectionKind;
import org.sitewright.media.MediaItem;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Fields;
import org.sitewright.site.Focal;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.Value;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Outcome;

/// Takes pictures from files and the clipboard into the site, away from the screen's thread, and puts them where they
/// were wanted.
final class PictureImports {
    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif");

    private final EditorViewModel model;
    private final EditorServices services;
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private Consumer<MediaItem> heard = item -> {};
    private CancelToken running = new CancelToken();

    PictureImports(EditorViewModel model, EditorServices services) {
        this.model = model;
        this.services = services;
    }

    /// Something that holds a picture.
    record Source(String name, Content content) {
        static Source of(File file) {
            return new Source(file.getName(), () -> Files.newInputStream(file.toPath()));
        }

        static Source of(String name, byte[] bytes) {
            return new Source(name, () -> new ByteArrayInputStream(bytes));
        }
    }

    /// Opens what is to be taken in.
    interface Content {
        InputStream open() throws IOException;
    }

    /// What is being taken in now, in words; empty for nothing.
    ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// @param listener hears of each picture that was taken in
    void listen(Consumer<MediaItem> listener) {
        heard = listener;
    }

    void cancel() {
        running.cancel();
    }

    static boolean isPicture(File file) {
        String name = file.getName().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /// Puts the first into a picture's place, and the others after it where it stands in a list.
    void into(PictureSpot spot, List<Source> sources) {
        take(sources, items -> {
            set(spot, items.getFirst());
            Optional<ListPlace> list = listAround(spot);
            if (items.size() > 1 && list.isPresent()) {
                append(list.get(), items.subList(1, items.size()));
            }
        });
    }

    /// Adds an entry with each to the first list of a section that has pictures.
    ///
    /// @return false where the section has no place for them
    boolean addTo(SectionId section, List<Source> sources) {
        Optional<ListPlace> list = model.site().section(section).flatMap(this::pictureList);
        Optional<PictureSpot> single = model.site().section(section).flatMap(this::pictureField);
        if (list.isPresent()) {
            take(sources, items -> append(list.get(), items));
        } else if (single.isPresent()) {
            take(sources.subList(0, 1), items -> set(single.get(), items.getFirst()));
        } else {
            return false;
        }
        return true;
    }

    /// Whether [#addTo] has somewhere to add.
    boolean takes(SectionId section) {
        return model.site()
                .section(section)
                .filter(found ->
                        pictureList(found).isPresent() || pictureField(found).isPresent())
                .isPresent();
    }

    /// Puts what the library has already into a picture's place.
    void set(PictureSpot spot, MediaItem item) {
        String alt = model.pictureAt(spot)
                .filter(value -> item.alt().isEmpty()
                        && value instanceof Value.Image image
                        && image.media().equals(item.media()))
                .map(value -> ((Value.Image) value).alt())
                .orElse(item.alt());
        Value image = new Value.Image(item.media(), alt, Focal.CENTRE);
        model.run(model.sections().setField(spot.section(), spot.path(), image, Transaction.Source.PANEL));
    }

    private void take(List<Source> sources, Consumer<List<MediaItem>> done) {
        if (sources.isEmpty()) {
            return;
        }
        running = services.screen()
                .work()
                .<List<MediaItem>>start(
                        (told, cancel) -> {
                            List<MediaItem> items = new ArrayList<>();
                            for (Source source : sources) {
                                cancel.check();
                                told.at(items.size(), sources.size(), source.name());
                                items.add(add(source));
                            }
                            return items;
                        },
                        (at, total, step) -> progress.set(
                                total > 1 ? "Adding picture " + (at + 1) + " of " + total : "Adding " + step),
                        outcome -> {
                            progress.set("");
                            switch (outcome) {
                                case Outcome.Done<List<MediaItem>> result -> {
                                    result.value().forEach(heard);
                                    done.accept(result.value());
                                }
                                case Outcome.Failed<List<MediaItem>> fault ->
                                    services.screen().navigator().tell(fault.fault());
                                case Outcome.Cancelled<List<MediaItem>> stopped -> {}
                            }
                        });
    }

    private MediaItem add(Source source) {
        Change change = new Change(model.user(), "Add picture " + source.name());
        try (InputStream in = source.content().open()) {
            return services.documents().imports().add(model.site().id(), source.name(), in, "", change);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// A list of a section whose entries have a picture.
    private record ListPlace(SectionId section, String list, String picture, int max) {}

    private void append(ListPlace place, List<MediaItem> added) {
        List<Value.Item> items = new ArrayList<>(model.site()
                .section(place.section())
                .map(section -> section.content().items(place.list()))
                .orElse(List.of()));
        int room = place.max() > 0 ? place.max() - items.size() : Integer.MAX_VALUE;
        for (MediaItem each : added.subList(0, Math.clamp(room, 0, added.size()))) {
            Value image = new Value.Image(each.media(), each.alt(), Focal.CENTRE);
            items.add(new Value.Item(services.documents().ids().nextItem(), Fields.EMPTY.with(place.picture(), image)));
        }
        model.run(model.sections()
                .setField(
                        place.section(), FieldPath.of(place.list()), new Value.Items(items), Transaction.Source.PANEL));
        if (room < added.size()) {
            services.screen()
                    .navigator()
                    .tell("There is room for " + place.max() + " here; the others were kept in" + " the media library");
        }
    }

    private Optional<ListPlace> listAround(PictureSpot spot) {
        return spot.path().isLast()
                ? Optional.empty()
                : model.site()
                        .section(spot.section())
                        .flatMap(section -> model.catalogue().kind(section.kind()))
                        .flatMap(kind -> kind.field(spot.path().first()))
                        .flatMap(field -> place(spot.section(), field));
    }

    private Optional<ListPlace> pictureList(Section section) {
        return fields(section).stream()
                .flatMap(field -> place(section.id(), field).stream())
                .findFirst();
    }

    private static Optional<ListPlace> place(SectionId section, Field field) {
        return field.type() instanceof FieldType.ListOf list
                ? list.fields().stream()
                        .filter(each -> each.type() instanceof FieldType.Picture)
                        .findFirst()
                        .map(each -> new ListPlace(section, field.name(), each.name(), field.max()))
                : Optional.empty();
    }

    private Optional<PictureSpot> pictureField(Section section) {
        return fields(section).stream()
                .filter(field -> field.type() instanceof FieldType.Picture)
                .findFirst()
                .map(field -> new PictureSpot(section.id(), FieldPath.of(field.name())));
    }

    private List<Field> fields(Section section) {
        return model.catalogue().kind(section.kind()).map(SectionKind::fields).orElse(List.of());
    }
}
