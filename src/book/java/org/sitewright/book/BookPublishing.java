package org.sitewright.book;

import static org.sitewright.book.BookWindow.LONG_SETTLE;
import static org.sitewright.book.BookWindow.SETTLE;

import java.nio.file.Files;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.sitewright.fixture.S3Server;
import org.sitewright.publish.DeploymentStatus;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.publish.PublishView;

/// Publishing: a bucket and its test, a staging folder, what is promoted, what is planned, and how they look on the
/// card of the site.
final class BookPublishing {
    private static final String BUCKET = "aurora-bakery";

    private final BookWindow window;
    private final Site site;

    BookPublishing(BookWindow window, Site site) {
        this.window = window;
        this.site = site;
    }

    void take() throws Exception {
        try (S3Server s3 = S3Server.start(0)) {
            s3.createBucket(BUCKET);
            window.go(new Destination.Publish(site.id()));
            window.take("publish-empty", LONG_SETTLE);
            bucket(s3);
            publish("publish-plan");
            window.take("publish-done", LONG_SETTLE);
            edit();
            staging();
            publish("publish-staging-plan");
            window.await("promote");
            window.take("publish-promote", LONG_SETTLE);
            window.press("promote");
            window.await("publish-now");
            window.take("publish-promotion", LONG_SETTLE);
            window.press("not-back");
            later();
            window.go(new Destination.Sites());
            window.take("sites-planned", LONG_SETTLE);
        }
    }

    private void bucket(S3Server s3) throws Exception {
        window.press("first-target");
        window.take("target-folder", SETTLE);
        window.press("kind-compatible");
        window.write("field-name", "aurora-bakery.com");
        for (var field : s3.form(BUCKET).entrySet()) {
            window.write(field.getKey(), field.getValue());
        }
        window.press("dialog-test");
        window.await("host-abilities");
        window.take("target-tested", SETTLE);
        window.press("dialog-save");
        window.await("publish-now");
        window.press("test-target");
        window.await("host-abilities");
        window.take("publish-tested", LONG_SETTLE);
    }

    private void publish(String plan) throws Exception {
        window.await("publish-now");
        window.take(plan, LONG_SETTLE);
        int before = deployments();
        window.press("publish-now");
        window.waitFor("it is published", () -> deployments() > before);
        window.waitUntil("the screen says so", () -> window.screen().root().lookup("#publish-now") == null);
    }

    private int deployments() {
        return (int) window.workspace().deployments().list(site.id()).stream()
                .filter(each -> each.status() == DeploymentStatus.COMPLETED)
                .count();
    }

    private void staging() throws Exception {
        window.press("add-target");
        window.press("kind-folder");
        window.write("field-name", "Staging");
        window.write("field-folder", Files.createTempDirectory("staging").toString());
        window.act(() -> ((ComboBox<?>) window.screen().root().lookup("#field-stages-for"))
                .getSelectionModel()
                .selectLast());
        window.take("target-staging", SETTLE);
        window.press("dialog-save");
    }

    private void later() throws Exception {
        window.press("publish-later");
        window.take("publish-later", SETTLE);
        window.press("schedule-save");
        window.await("schedule-words");
        window.take("publish-planned", LONG_SETTLE);
        window.act(() -> ((PublishView) window.screen()).actions().run("publish.shortcuts"));
        window.take("publish-keys", SETTLE);
        window.key(KeyCode.ESCAPE);
    }

    private void edit() {
        var repository = window.workspace().sites();
        repository.save(
                repository.find(site.id()).orElseThrow().withDetails("Aurora Bakery", "Bread at dawn", "en"),
                new Change(site.owner(), "Rename"));
    }
}
