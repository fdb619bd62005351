package org.sitewright.ui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.Assets;
import org.sitewright.media.CanvasPictures;
import org.sitewright.media.MemoryMediaStore;
import org.sitewright.preview.CanvasServer;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Icons;
import org.sitewright.ui.control.PageSnapshots;
import org.sitewright.ui.fx.FxThread;
import org.sitewright.ui.fx.Work;
import org.sitewright.work.FixedPool;
import org.sitewright.work.Jobs;

/// The screen itself, on a platform without a display.
class PublishViewTest {
    private final Bench bench = new Bench();
    private final Jobs jobs = new Jobs(4);
    private final FixedPool pool = new FixedPool(1, "pictures");
    private @TempDir Path folder;
    private CanvasServer server;

    @BeforeEach
    void startServer() {
        CanvasPictures none = new CanvasPictures(new MemoryMediaStore(folder), folder.resolve("cache"), pool);
        server = CanvasServer.start(Assets.catalogue(), none, new SecureRandom());
    }

    @BeforeAll
    static void startToolkit() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException running) {
            started.countDown();
        }
        Platform.setImplicitExit(false);
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void end() {
        jobs.close();
        server.close();
        pool.close();
        bench.close();
    }

    @Test
    void aFirstTargetIsAddedAndPublishedTo() throws Exception {
        PublishView view = onScreen(this::view);
        Stage stage = onScreen(Stage::new);
        Scene scene = onScreen(() -> {
            Scene made = new Scene(view.root(), 1440, 900);
            stage.setScene(made);
            stage.show();
            return made;
        });
        until(() -> view.model().stateProperty().get() instanceof PublishState.NoTarget);
        press(scene, "first-target");
        press(scene, "dialog-save");
        until(() -> find(scene, "target-dialog").lookupAll(".field-error").stream()
                        .filter(node -> node.isVisible() && node instanceof Label)
                        .count()
                == 2);
        press(scene, "kind-amazon");
        type(scene, "name", "Live");
        type(scene, "bucket", "aurora-bakery");
        type(scene, "region", "eu-north-1");
        type(scene, "key-id", "AKIA");
        type(scene, "secret", "hush");
        press(scene, "dialog-save");
        until(() -> view.model().stateProperty().get() instanceof PublishState.Ready);
        assertThat(onScreen(() -> scene.lookup("#target-dialog") == null)).isTrue();
        assertThat(onScreen(() -> ((ListView<?>) find(scene, "plan")).getItems().size()))
                .isGreaterThan(10);
        press(scene, "publish-now");
        until(() -> view.model().stateProperty().get() instanceof PublishState.Published);
        press(scene, "back");
        assertThat(bench.opened).hasSize(1);
        onScreen(() -> {
            view.close();
            stage.close();
            return view;
        });
    }

    private PublishView view() {
        return new PublishView(
                bench.site,
                bench.ports(),
                new PublishWindow(
                        bench.navigator(),
                        new Work(jobs, FxThread.EXECUTOR),
                        new Controls(new Icons(Assets.catalogue())),
                        new PagePictures(server, new PageSnapshots()),
                        new PublishSessions()));
    }

    private static Node find(Scene scene, String id) {
        Node node = scene.lookup("#" + id);
        assertThat(node).as(id).isNotNull();
        return node;
    }

    private static void press(Scene scene, String id) throws Exception {
        until(() -> scene.lookup("#" + id) != null);
        onScreen(() -> {
            ((javafx.scene.control.ButtonBase) find(scene, id)).fire();
            return id;
        });
    }

    private static void type(Scene scene, String field, String text) throws Exception {
        until(() -> scene.lookup("#field-" + field) != null);
        onScreen(() -> {
            ((TextField) find(scene, "field-" + field)).setText(text);
            return field;
        });
    }

    /// Looks once in each pulse of the screen until the condition holds.
    private static void until(Callable<Boolean> condition) throws Exception {
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        javafx.animation.AnimationTimer timer = new javafx.animation.AnimationTimer() {
            @Override
            public void handle(long now) {
                try {
                    if (condition.call()) {
                        met.complete(true);
                        stop();
                    }
                } catch (Exception fault) {
                    met.completeExceptionally(fault);
                    stop();
                }
            }
        };
        timer.start();
        assertThat(met.get(30, TimeUnit.SECONDS)).isTrue();
    }

    private static <T> T onScreen(Callable<T> what) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        FxThread.run(() -> {
            try {
                result.complete(what.call());
            } catch (Exception fault) {
                result.completeExceptionally(fault);
            }
        });
        return result.get(30, TimeUnit.SECONDS);
    }
}
