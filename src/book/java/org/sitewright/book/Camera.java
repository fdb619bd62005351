package org.sitewright.book;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.concurrent.Worker;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Transform;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Takes pictures of whole pages in a web view that no one sees.
final class Camera {
    private static final int HIGHEST = 9_000;
    private static final Duration SETTLE = Duration.millis(90);
    private static final String HEIGHT =
            "Math.ceil(document.body.lastElementChild.getBoundingClientRect().bottom + window.scrollY)";

    private final WebView view;

    private Camera(WebView view) {
        this.view = view;
    }

    static Camera start() throws Exception {
        CompletableFuture<Camera> camera = new CompletableFuture<>();
        Platform.startup(() -> {
            WebView view = new WebView();
            view.getEngine().setUserStyleSheetLocation("data:,::-webkit-scrollbar{display:none}");
            Stage stage = new Stage();
            stage.setScene(new Scene(new Pane(view), 1280, 900));
            stage.show();
            camera.complete(new Camera(view));
        });
        return camera.get(30, TimeUnit.SECONDS);
    }

    void open(Path page) throws Exception {
        CompletableFuture<Boolean> loaded = new CompletableFuture<>();
        Platform.runLater(() -> load(page, loaded));
        loaded.get(30, TimeUnit.SECONDS);
    }

    /// The open page, laid out in this many pixels.
    BufferedImage take(int width, double scale) throws Exception {
        CompletableFuture<BufferedImage> picture = new CompletableFuture<>();
        Platform.runLater(() -> {
            resize(width, 900);
            after(() -> measure(width, scale, picture));
        });
        return picture.get(30, TimeUnit.SECONDS);
    }

    private void load(Path page, CompletableFuture<Boolean> loaded) {
        Worker<Void> worker = view.getEngine().getLoadWorker();
        worker.stateProperty().addListener(new javafx.beans.value.ChangeListener<>() {
            @Override
            public void changed(
                    javafx.beans.value.ObservableValue<? extends Worker.State> state,
                    Worker.State before,
                    Worker.State after) {
                if (after == Worker.State.SUCCEEDED || after == Worker.State.FAILED) {
                    worker.stateProperty().removeListener(this);
                    // Pictures further down load when they come near the window.
                    view.getEngine()
                            .executeScript(
                                    "document.querySelectorAll('img').forEach(function (e) { e.loading = 'eager' })");
                    loaded.complete(after == Worker.State.SUCCEEDED);
                }
            }
        });
        view.getEngine().load(page.toAbsolutePath().toUri().toString());
    }

    private void measure(int width, double scale, CompletableFuture<BufferedImage> picture) {
        Object height = view.getEngine().executeScript(HEIGHT);
        resize(width, height instanceof Number number ? Math.clamp(number.intValue(), 40, HIGHEST) : 900);
        after(() -> snap(scale, picture));
    }

    private void snap(double scale, CompletableFuture<BufferedImage> picture) {
        int width = (int) Math.ceil(view.getWidth() * scale);
        int height = (int) Math.ceil(view.getHeight() * scale);
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(scale, scale));
        how.setViewport(new Rectangle2D(0, 0, width, height));
        view.snapshot(
                result -> {
                    picture.complete(copy(result.getImage()));
                    return null;
                },
                how,
                null);
    }

    static BufferedImage copy(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }

    private void resize(int width, int height) {
        view.setMinSize(width, height);
        view.setPrefSize(width, height);
        view.resize(width, height);
    }

    private static void after(Runnable next) {
        PauseTransition pause = new PauseTransition(SETTLE);
        pause.setOnFinished(event -> next.run());
        pause.play();
    }
}
