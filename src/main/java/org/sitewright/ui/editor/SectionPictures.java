package org.sitewright.ui.editor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sitewright.site.MediaId;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.ui.control.PageSnapshots;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Outcome;

/// Draws sample sections and components for the picker, in the theme of the open site.
final class SectionPictures {
    private static final int PAGE_WIDTH = 1200;

    private final EditorViewModel model;
    private final EditorServices services;
    private final ComponentShelf shelf;
    private CancelToken reading = new CancelToken();
    private long wanted;

    SectionPictures(EditorViewModel model, EditorServices services, ComponentShelf shelf) {
        this.model = model;
        this.services = services;
        this.shelf = shelf;
    }

    /// Draws these, the first ones first; what else waited is forgotten.
    void draw(List<SectionPickerCard> cards) {
        close();
        List<SectionPickerCard> missing =
                cards.stream().filter(card -> !card.isDrawn()).toList();
        next(missing, 0, wanted);
    }

    void close() {
        wanted++;
        reading.cancel();
        services.screen().snapshots().clear();
    }

    private void next(List<SectionPickerCard> cards, int at, long number) {
        if (at == cards.size() || number != wanted) {
            return;
        }
        SectionPickerCard card = cards.get(at);
        switch (card.choice()) {
            case SectionPickerCard.Choice.Layout layout -> draw(card, layout, () -> next(cards, at + 1, number));
            case SectionPickerCard.Choice.Shared shared -> {
                shelf.draw(
                        shared.component(),
                        model.site().theme(),
                        SectionPickerCard.WIDTH,
                        SectionPickerCard.COMPONENT_HEIGHT,
                        card::show);
                next(cards, at + 1, number);
            }
        }
    }

    private void draw(SectionPickerCard card, SectionPickerCard.Choice.Layout layout, Runnable then) {
        var drawing = services.drawing();
        reading = services.screen()
                .work()
                .<Section>start(
                        (progress, cancel) -> drawing.samples()
                                .sample(layout.kind(), layout.variant().name(), this::keep),
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done<Section> done -> draw(card, layout, done.value());
                                case Outcome.Failed<Section> failed ->
                                    services.screen().navigator().tell(failed.fault());
                                case Outcome.Cancelled<Section> stopped -> {}
                            }
                            then.run();
                        });
    }

    private void draw(SectionPickerCard card, SectionPickerCard.Choice.Layout layout, Section section) {
        Site site = model.site();
        var drawing = services.drawing();
        String name = "sample-" + layout.kind().kind() + "-" + layout.variant().name();
        String address = drawing.server().put(name, () -> drawing.pages()
                .still(site, model.state().selection().page(), section));
        services.screen()
                .snapshots()
                .request(new PageSnapshots.Request(
                        name + site.theme().hashCode(),
                        address,
                        PAGE_WIDTH,
                        0,
                        2 * SectionPickerCard.WIDTH / PAGE_WIDTH,
                        card::show));
    }

    /// Sample pictures are kept as bytes only; they join the site's library when the section is inserted.
    private MediaId keep(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return services.documents().media().put(in);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
