package org.sitewright.ui.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.concurrent.Worker;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Transform;
import javafx.scene.web.WebView;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Takes pictures of real pages, one after another, in a web view behind everything else. Pictures are kept by key, so
/// that a page that has not changed is not drawn again. The screen's thread owns it.
public final class PageSnapshots {
    // The document is never lower than the view, so the height of what is in it is asked for.
    private static final String CONTENT_HEIGHT = "Math.ceil(Math.max.apply(null, Array.prototype.map.call("
            + "(document.querySelector('main') || document.body).children,"
            + " function (e) { return e.getBoundingClientRect().bottom; }).concat([0])))";
    private static final int MOST_KEPT = 200;
    private static final Duration SETTLE = Duration.millis(120);
    private static final Duration GIVE_UP = Duration.seconds(8);

    private final Map<String, Image> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Image> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private final Deque<Request> waiting = new ArrayDeque<>();
    private final Pane behind = new Pane();
    private @Nullable WebView web;
    private @Nullable Request current;

    /// A page that shows one picture whole, since JavaFX itself reads neither WebP nor SVG.
    ///
    /// @param url of the picture, from the server that serves the page
    public static String alone(String url) {
        return "<!doctype html><title>Picture</title><style>html,body{margin:0;height:100%}"
                + "img{width:100%;height:100%;object-fit:contain;display:block}</style><img alt=\"\" src=\"" + url
                + "\">";
    }

    /// One wanted picture.
    ///
    /// @param key names what the page looks like; equal keys give the same picture
    /// @param address of the page, on the loopback interface
    /// @param width that the page is laid out in, in CSS pixels
    /// @param height that is shown; 0 for the height of the content
    /// @param scale of the picture
    public record Request(String key, String address, int width, int height, double scale, Consumer<Image> done) {}

    public PageSnapshots() {
        behind.setManaged(false);
        behind.setMouseTransparent(true);
        behind.setFocusTraversable(false);
    }

    /// The node that must lie in the window, under an opaque one.
    public Pane node() {
        return behind;
    }

    /// The picture of that key, where it was taken before.
    public Optional<Image> kept(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    /// Gives the picture now where it is kept, else as soon as it has been taken.
    public void request(Request request) {
        Image image = kept.get(request.key());
        if (image != null) {
            request.done().accept(image);
            return;
        }
        waiting.addLast(request);
        next();
    }

    /// Forgets what is waiting.
    public void clear() {
        waiting.clear();
    }

    private void next() {
        if (current != null || waiting.isEmpty()) {
            return;
        }
        Request request = waiting.removeFirst();
        Image image = kept.get(request.key());
        if (image != null) {
            request.done().accept(image);
            next();
            return;
        }
        current = request;
        WebView view = view();
        view.setPrefSize(request.width(), request.height() > 0 ? request.height() : 1200);
        view.resize(request.width(), request.height() > 0 ? request.height() : 1200);
        view.getEngine().load(request.address());
        PauseTransition limit = new PauseTransition(GIVE_UP);
        // A page whose pictures are late is shown as far as it has come.
        limit.setOnFinished(event -> {
            if (request.equals(current)) {
                measure(request, view);
                snap(request, view, false);
            }
        });
        limit.play();
    }

    private WebView view() {
        WebView view = web;
        if (view == null) {
            view = new WebView();
            view.setFocusTraversable(false);
            view.getEngine().setJavaScriptEnabled(true);
            view.getEngine().getLoadWorker().stateProperty().addListener((property, before, after) -> {
                if (after == Worker.State.SUCCEEDED || after == Worker.State.FAILED) {
                    settle();
                }
            });
            behind.getChildren().setAll(view);
            web = view;
        }
        return view;
    }

    private void settle() {
        Request request = current;
        WebView view = web;
        if (request == null || view == null) {
            return;
        }
        measure(request, view);
        PauseTransition pause = new PauseTransition(SETTLE);
        pause.setOnFinished(event -> snap(request, view, true));
        pause.play();
    }

    private static void measure(Request request, WebView view) {
        if (request.height() == 0) {
            Object height = view.getEngine().executeScript(CONTENT_HEIGHT);
            double wanted = height instanceof Number number ? Math.clamp(number.doubleValue(), 40, 2400) : 800;
            // Or the next layout would give it back the height that it had.
            view.setPrefSize(request.width(), wanted);
            view.resize(request.width(), wanted);
        }
    }

    /// @param whole whether the picture is worth keeping
    private void snap(Request request, WebView view, boolean whole) {
        if (!request.equals(current)) {
            return;
        }
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(request.scale(), request.scale()));
        how.setViewport(new Rectangle2D(
                0, 0, Math.ceil(view.getWidth() * request.scale()), Math.ceil(view.getHeight() * request.scale())));
        view.snapshot(
                result -> {
                    finish(request, result.getImage(), whole);
                    return null;
                },
                how,
                null);
    }

    private void finish(Request request, Image image, boolean whole) {
        if (!request.equals(current)) {
            return;
        }
        current = null;
        if (whole) {
            kept.put(request.key(), image);
        }
        request.done().accept(image);
        next();
    }
}
