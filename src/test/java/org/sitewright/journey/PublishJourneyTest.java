package org.sitewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.app.SiteMaker;
import org.sitewright.fixture.S3Server;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.ui.fx.Destination;
import org.testfx.api.FxToolkit;
import software.amazon.awssdk.core.sync.RequestBody;

/// A bucket in the window: add it, look at what changes, publish, publish again, find what somebody else did, and bring
/// the first version back.
@Timeout(600)
class PublishJourneyTest {
    private static final String BUCKET = "harbour";

    @TempDir
    private Path data;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @Test
    void theFirstVersionComesBackAfterSomebodyElseChangedTheSecond() {
        try (S3Server s3 = S3Server.start(0);
                RealWindow window = RealWindow.open(data)) {
            s3.createBucket(BUCKET);
            Site site = signUpWithASite(window);
            window.open(new Destination.Publish(site.id()));
            addBucket(window, s3);
            publish(window, 1);
            Map<String, String> first = live(s3);

            Site edited = site.withDetails("Harbour by night", "", "en");
            window.workspace().sites().save(edited, new Change(site.owner(), "Rename"));
            window.click("compare");
            window.waitUntil("both pictures of the home page are drawn", () -> pictures(window) >= 2);
            flip(window);
            publish(window, 2);
            assertThat(live(s3)).isNotEqualTo(first);

            s3.client()
                    .putObject(
                            request -> request.bucket(BUCKET).key("index.html").contentType("text/html"),
                            RequestBody.fromString("by somebody else"));
            window.click("check-host");
            window.waitUntil("the check names the file", () -> says(window, "release-answer", "index.html"));

            window.click("deployment-1");
            window.clickWords("Bring this version back…");
            window.waitUntil("the plan for bringing it back is shown", () -> window.words("publish-now")
                    .equals("Bring back version 1"));
            publish(window, 3);
            assertThat(live(s3)).isEqualTo(first);
        }
    }

    private static Site signUpWithASite(RealWindow window) {
        window.signUp();
        var owner = window.workspace().accounts().list().getFirst().id();
        SiteMaker maker = window.workspace().siteMaker();
        return maker.fromStarter(
                window.workspace().catalogue().starter("bakery").orElseThrow(), "Harbour", owner);
    }

    private static void addBucket(RealWindow window, S3Server s3) {
        window.click("first-target");
        window.click("kind-compatible");
        window.type("field-name", "Test bucket");
        s3.form(BUCKET).forEach(window::type);
        window.click("dialog-save");
        window.await("publish-now");
        assertThat(window.textOf("effort")).contains("PUT").contains("LIST").doesNotContain("$");
    }

    private static void publish(RealWindow window, int version) {
        window.click("publish-now");
        window.waitUntil(
                "version " + version + " is live",
                () -> window.find("publish-now").isEmpty() && says(window, "publish-box", "Version " + version + ":"));
    }

    private static void flip(RealWindow window) {
        boolean unused = RealWindow.onScreen(() -> {
            ListView<?> plan = (ListView<?>) window.find("plan").orElseThrow();
            plan.requestFocus();
            plan.getSelectionModel().select(0);
            return true;
        });
        window.press(KeyCode.ENTER);
        window.await("page-preview");
        window.press(KeyCode.SPACE);
        window.waitUntil(
                "what is live is shown", () -> says(window, "page-preview", "Live now") && images(window) == 1);
        window.press(KeyCode.ESCAPE);
        window.waitUntil("the page is closed", () -> window.find("page-preview").isEmpty());
    }

    private static long images(RealWindow window) {
        return RealWindow.onScreen(() -> window.find("page-preview").orElseThrow().lookupAll(".image-view").stream()
                .filter(node -> node instanceof ImageView view && view.getImage() != null)
                .count());
    }

    private static long pictures(RealWindow window) {
        return RealWindow.onScreen(() -> window.find("plan").stream()
                .flatMap(plan -> plan.lookupAll(".plan-picture .image-view").stream())
                .filter(node -> node instanceof ImageView view && view.getImage() != null)
                .count());
    }

    private static boolean says(RealWindow window, String id, String words) {
        return RealWindow.onScreen(() -> window.find(id).stream()
                .flatMap(node -> node.lookupAll("*").stream())
                .filter(Node::isVisible)
                .anyMatch(node -> node instanceof Labeled label
                        && label.getText() != null
                        && label.getText().contains(words)));
    }

    /// What visitors are served, by key.
    private static Map<String, String> live(S3Server s3) {
        Map<String, String> live = new TreeMap<>();
        s3.client().listObjectsV2Paginator(request -> request.bucket(BUCKET)).contents().stream()
                .filter(object ->
                        !object.key().startsWith("_deploy/") && !object.key().startsWith("assets/"))
                .forEach(object -> live.put(object.key(), object.eTag()));
        return live;
    }
}
