package org.sitewright.ui.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.SomeSite;
import org.sitewright.media.MediaCrop;
import org.sitewright.media.MediaImport;
import org.sitewright.media.MediaItem;
import org.sitewright.media.MediaThumbnails;
import org.sitewright.media.MemoryMediaLibrary;
import org.sitewright.media.MemoryMediaStore;
import org.sitewright.site.Focal;
import org.sitewright.site.MediaId;
import org.sitewright.site.MemorySites;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.ui.fx.HeardNavigator;
import org.sitewright.ui.fx.SteadyWork;
import org.sitewright.work.FixedPool;

/// The library of a site without a screen: narrowed, described, removed, taken back and done again.
@Timeout(60)
class MediaViewModelTest {
    private static final UserId USER = new UserId(new UUID(1, 1));
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    @TempDir
    private Path folder = Path.of("unused");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final FixedPool pool = new FixedPool(1, "pictures");
    private final MemoryMediaLibrary library = new MemoryMediaLibrary();
    private final MemorySites sites = new MemorySites(clock);
    private final HeardNavigator navigator = new HeardNavigator(USER);
    private final SteadyWork steady = new SteadyWork();
    private final Site site = new SomeSite(1, USER).bakery(1);

    @AfterEach
    void close() {
        steady.close();
        pool.close();
    }

    @Test
    void isNarrowedAndOrdered() {
        MediaViewModel model = model();
        assertThat(names(model)).containsExactly("Zebra.png", "film.mp4", "anchor.pdf");
        model.filterProperty().set(MediaOrder.Filter.PICTURES);
        assertThat(names(model)).containsExactly("Zebra.png");
        assertThat(model.count(MediaOrder.Filter.DOCUMENTS)).isEqualTo(1);
        assertThat(model.count(MediaOrder.Filter.UNUSED)).isEqualTo(3);
        model.filterProperty().set(MediaOrder.Filter.ALL);
        model.sortProperty().set(MediaOrder.Sort.NAME);
        assertThat(names(model)).containsExactly("anchor.pdf", "film.mp4", "Zebra.png");
        model.searchProperty().set("ZEB");
        assertThat(names(model)).containsExactly("Zebra.png");
    }

    @Test
    void everyStepIsTakenBackAndDoneAgain() {
        MediaViewModel model = model();
        MediaItem zebra = item(3);
        model.setAlt(zebra, "A zebra");
        steady.step();
        model.setFocal(zebra.withAlt("A zebra"), new Focal(0.2, 0.8));
        steady.step();
        model.remove(item(2));
        steady.step();
        assertThat(names(model)).doesNotContain("film.mp4");
        assertThat(model.undoLabel()).contains("Remove film.mp4");

        model.undo();
        steady.step();
        model.undo();
        steady.step();
        model.undo();
        steady.step();
        assertThat(library.list(site.id())).containsExactlyInAnyOrder(item(1), item(2), item(3));
        assertThat(model.undoableProperty().get()).isZero();
        assertThat(model.redoableProperty().get()).isEqualTo(3);

        model.redo();
        steady.step();
        model.redo();
        steady.step();
        model.redo();
        steady.step();
        assertThat(library.find(site.id(), zebra.media()).orElseThrow())
                .isEqualTo(zebra.withAlt("A zebra").withFocal(new Focal(0.2, 0.8)));
        assertThat(library.find(site.id(), item(2).media())).isEmpty();
    }

    @Test
    void aNewStepForgetsWhatWasTakenBack() {
        MediaViewModel model = model();
        model.setAlt(item(3), "A zebra");
        steady.step();
        model.undo();
        steady.step();
        model.rename(item(3), "Quagga.png");
        steady.step();
        assertThat(model.redoableProperty().get()).isZero();
        model.redo();
        assertThat(names(model)).contains("Quagga.png");
    }

    @Test
    void nothingChangesForTheSameWords() {
        MediaViewModel model = model();
        model.rename(item(3), "Zebra.png");
        model.rename(item(3), "   ");
        model.setAlt(item(3), "");
        model.setFocal(item(3), Focal.CENTRE);
        assertThat(model.undoableProperty().get()).isZero();
        assertThat(steady.isIdle()).isTrue();
    }

    private MediaViewModel model() {
        Change change = new Change(USER, "Fill");
        sites.create(site, change);
        for (int i = 1; i <= 3; i++) {
            MediaItem unused = library.add(item(i), change);
        }
        MemoryMediaStore store = new MemoryMediaStore(folder);
        MediaViewModel model = new MediaViewModel(
                site,
                new MediaPorts(
                        sites,
                        library,
                        new MediaPorts.Bytes(
                                store,
                                new MediaImport(store, library, pool, clock),
                                new MediaThumbnails(store, folder, pool),
                                new MediaCrop(store, library, pool, clock)),
                        (media, drawn) -> {},
                        clock),
                navigator,
                steady.work());
        model.load();
        steady.step();
        return model;
    }

    private MediaItem item(int number) {
        String name = List.of("anchor.pdf", "film.mp4", "Zebra.png").get(number - 1);
        String type = List.of("application/pdf", "video/mp4", "image/png").get(number - 1);
        int side = number == 3 ? 40 : 0;
        return new MediaItem(
                site.id(),
                new MediaId("%064x".formatted(number)),
                name,
                type,
                side,
                side,
                "",
                1_000L * number,
                NOW.plusSeconds(number));
    }

    private static List<String> names(MediaViewModel model) {
        return model.shown().stream().map(MediaItem::fileName).toList();
    }
}
