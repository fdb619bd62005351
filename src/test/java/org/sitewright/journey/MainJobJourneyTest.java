package org.sitewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.S3Server;
import org.sitewright.site.Section;
import org.testfx.api.FxToolkit;
import software.amazon.awssdk.services.s3.model.S3Object;

/// From nothing to a published site, in the window: sign up, pick a starter, write on the page, undo, redo, move a
/// section, publish to a bucket, change one word, publish only that.
@Timeout(600)
class MainJobJourneyTest {
    private static final String BUCKET = "aurora";
    private static final String HEADLINE = ".hero [data-sw-edit=title]";

    @TempDir
    private Path data;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @Test
    void aNewUserPublishesAStarterAndThenOneWord() {
        try (S3Server s3 = S3Server.start(0);
                RealWindow window = RealWindow.open(data)) {
            s3.createBucket(BUCKET);
            window.signUpWithASite();
            writeHeadline(window, "Fresh at dawn");
            undoAndRedo(window);
            moveSection(window);
            publishFirst(window, s3);
            assertThat(page(s3, "index.html")).contains("Fresh at dawn");
            Map<String, Instant> first = objects(s3);

            window.click("back");
            window.await("canvas");
            window.waitUntil(
                    "the page stands",
                    () -> window.onPage("typeof swCanvas") instanceof String text && text.equals("object"));
            writeHeadline(window, "Fresh at noon");
            window.click("publish");
            window.click("publish-now");
            window.waitUntil(
                    "the second publish ended",
                    () -> window.find("open-site").isPresent()
                            && page(s3, "index.html").contains("Fresh at noon"));
            assertThat(changed(first, objects(s3)))
                    .as("objects sent for one word")
                    .contains("index.html")
                    .allMatch(key -> key.equals("index.html") || key.startsWith("_deploy/"));
        }
    }

    private static void writeHeadline(RealWindow window, String text) {
        window.clickOnPage(HEADLINE);
        window.waitUntil(
                "the caret is in the headline",
                () -> Boolean.TRUE.equals(
                        window.onPage("document.activeElement === document.querySelector('" + HEADLINE + "')")));
        window.onPage("getSelection().selectAllChildren(document.querySelector('" + HEADLINE + "'))");
        window.typeOnPage(text);
        window.waitUntil("the store has the headline", () -> headline(window).equals(text));
    }

    private static void undoAndRedo(RealWindow window) {
        String written = headline(window);
        window.click("undo");
        window.waitUntil("undo is kept", () -> !headline(window).equals(written));
        while (RealWindow.onScreen(() -> !window.await("redo").isDisabled())
                && !headline(window).equals(written)) {
            window.click("redo");
            window.waitUntil("redo is kept", () -> window.words("saved").startsWith("Saved"));
        }
        window.waitUntil(
                "redo brought the headline back", () -> headline(window).equals(written));
    }

    private static void moveSection(RealWindow window) {
        Section second = home(window).get(1);
        RealWindow.onScreen(() -> {
            ((ListView<?>) window.await("section-list")).getSelectionModel().clearAndSelect(2);
            return true;
        });
        window.press(KeyCode.ALT, KeyCode.UP);
        window.waitUntil(
                "the section is first", () -> home(window).getFirst().id().equals(second.id()));
        window.press(KeyCode.ALT, KeyCode.DOWN);
        window.waitUntil(
                "the section is second again", () -> home(window).get(1).id().equals(second.id()));
    }

    private static void publishFirst(RealWindow window, S3Server s3) {
        window.click("publish");
        window.click("first-target");
        window.click("kind-compatible");
        window.type("field-name", "Test bucket");
        s3.form(BUCKET).forEach(window::type);
        window.type("field-public-url", s3.endpoint() + "/" + BUCKET + "/");
        window.click("dialog-save");
        window.click("publish-now");
        window.waitUntil("the site is in the bucket", () -> s3.keys(BUCKET).contains("index.html"));
        window.waitUntil("the screen says so", () -> window.find("open-site").isPresent());
    }

    private static java.util.List<Section> home(RealWindow window) {
        return window.site().home().sections();
    }

    private static String headline(RealWindow window) {
        return home(window).stream()
                .filter(section -> section.kind().equals("hero"))
                .findFirst()
                .orElseThrow()
                .content()
                .text("title");
    }

    private static String page(S3Server s3, String key) {
        return s3.client()
                .getObjectAsBytes(request -> request.bucket(BUCKET).key(key))
                .asString(StandardCharsets.UTF_8);
    }

    private static Map<String, Instant> objects(S3Server s3) {
        Map<String, Instant> objects = new TreeMap<>();
        for (S3Object object : s3.client()
                .listObjectsV2Paginator(request -> request.bucket(BUCKET))
                .contents()) {
            objects.put(object.key(), object.lastModified());
        }
        return objects;
    }

    private static java.util.List<String> changed(Map<String, Instant> before, Map<String, Instant> after) {
        return after.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
