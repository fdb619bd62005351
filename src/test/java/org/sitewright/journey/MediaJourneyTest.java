package org.sitewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.media.MediaItem;
import org.sitewright.media.MediaUse;
import org.sitewright.site.MediaId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.ui.media.MediaHands;
import org.testfx.api.FxToolkit;

/// The media screen in the window: add, describe, crop, replace everywhere and undo, find what is unused, go to where a
/// picture is used.
@Timeout(120)
class MediaJourneyTest {
    @TempDir
    private Path data;

    @TempDir
    private Path folder;

    private SiteId id = new SiteId(new UUID(0, 0));

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @Test
    void aPictureIsAddedDescribedCroppedAndPutInThePlaceOfAnother() throws IOException {
        try (RealWindow window = RealWindow.open(data)) {
            begin(window);
            MediaHands media = new MediaHands(RealWindow.onScreen(window::screen));
            id = RealWindow.onScreen(media::site);
            int before = library(window).size();
            MediaItem used = library(window).stream()
                    .filter(item ->
                            item.isPicture() && MediaUse.all(site(window)).containsKey(item.media()))
                    .findFirst()
                    .orElseThrow();

            RealWindow.onScreen(() -> media.bring(List.of(picture("sea.png"), notOne("loaf.png"))));
            window.waitUntil("the picture is here", () -> library(window).size() == before + 1);
            window.waitUntil("the other is refused", () -> RealWindow.onScreen(media::arrivals)
                    .contains("loaf.png FAILED"));
            MediaItem sea = find(window, "sea.png");

            window.type("media-alt", "The sea at noon");
            window.click("media-name");
            window.waitUntil(
                    "the text is kept", () -> find(window, "sea.png").alt().equals("The sea at noon"));

            window.click("media-crop");
            window.click("crop-shape-square");
            window.drag("crop-bottom-right", -20, -20);
            window.click("crop-shape-free");
            window.drag("crop-frame", -8, 0);
            window.drag("crop-left", 10, 0);
            String said = window.textOf("crop-size");
            RealWindow.onScreen(() -> {
                window.await("crop-frame").requestFocus();
                return true;
            });
            window.press(KeyCode.SHIFT, KeyCode.LEFT);
            assertThat(window.textOf("crop-size")).isNotEqualTo(said);
            window.click("crop-shape-square");
            window.click("crop-do");
            window.waitUntil("there is a square of it", () -> library(window).stream()
                    .anyMatch(item -> item.width() == 200 && item.height() == 200));

            RealWindow.onScreen(() -> media.select(used));
            window.click("media-replace");
            window.await("picture-dialog");
            RealWindow.onScreen(() -> media.select(sea));
            window.click("picture-use");
            window.waitUntil("it is used", () -> uses(window, sea.media()) > 0);
            assertThat(uses(window, used.media())).isZero();

            window.click("media-filter-unused");
            assertThat(RealWindow.onScreen(media::shown)).contains(used.fileName());
            window.click("media-filter-all");
            window.click("media-undo");
            window.waitUntil("it is as before", () -> uses(window, sea.media()) == 0);
            assertThat(uses(window, used.media())).isPositive();

            RealWindow.onScreen(() -> media.select(used));
            window.click("media-use-0");
            window.await("canvas");
        }
    }

    private static void begin(RealWindow window) {
        window.signUpWithASite();
        window.click("rail-media");
        window.await("media-grid");
    }

    private Path picture(String name) throws IOException {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(20, 110, 160));
        pen.fillRect(0, 0, 300, 200);
        pen.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private Path notOne(String name) throws IOException {
        return Files.write(folder.resolve(name), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
    }

    private Site site(RealWindow window) {
        return window.workspace().sites().find(id).orElseThrow();
    }

    private List<MediaItem> library(RealWindow window) {
        return window.workspace().mediaLibrary().list(id);
    }

    private MediaItem find(RealWindow window, String name) {
        return library(window).stream()
                .filter(item -> item.fileName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int uses(RealWindow window, MediaId media) {
        return MediaUse.all(site(window)).getOrDefault(media, List.of()).size();
    }
}
