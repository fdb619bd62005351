package org.sitewright.ui.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.concurrent.Worker;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;
import org.sitewright.preview.CanvasPage;
import org.sitewright.preview.CanvasServer;
import org.sitewright.site.SectionId;
import org.sitewright.site.json.Json;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.FxThread;

/// One page to look at, with marks on what differs. It is loaded once and then patched, so that dragging through time
/// keeps the place that is looked at. Nothing but our own document is ever shown here.
final class PagePane {
    private static final double PAGE_WIDTH = 1280;
    private static final String SCRIPT = script();

    private final CanvasServer server;
    private final String name;
    private final String tone;
    private final WebView web = new WebView();
    private final Label missing = Controls.label("", "empty-note");
    private final Pane over = new Pane();
    private final StackPane root = new StackPane(web, over, missing);
    private Consumer<Optional<Under>> under = found -> {};
    private Consumer<Double> scrolled = place -> {};
    private CanvasPage.@Nullable Parts loaded;
    private CanvasPage.@Nullable Parts wanted;
    private List<Mark> marks = List.of();
    private String address = "";
    private boolean ready;

    /// The section under the pointer, and where it lies in this pane.
    record Under(SectionId section, double x, double y, double width, double height) {}

    /// @param tone of the marks, as CSS has it
    PagePane(String name, String id, String tone, CanvasServer server) {
        this.name = name;
        this.tone = tone;
        this.server = server;
        root.getStyleClass().add("past-page");
        over.setPickOnBounds(false);
        missing.setVisible(false);
        StackPane.setAlignment(missing, Pos.CENTER);
        web.setId(id);
        web.setContextMenuEnabled(false);
        web.setFocusTraversable(false);
        web.getEngine().setCreatePopupHandler(features -> null);
        web.addEventFilter(MouseEvent.ANY, this::pointed);
        web.addEventFilter(ScrollEvent.SCROLL, event -> FxThread.later(this::tellScrolled));
        root.widthProperty().addListener((property, before, after) -> web.setZoom(after.doubleValue() / PAGE_WIDTH));
        web.getEngine().locationProperty().addListener((property, before, after) -> guard(after));
        web.getEngine().getLoadWorker().stateProperty().addListener((property, before, after) -> {
            if (after == Worker.State.SUCCEEDED
                    && address.equals(web.getEngine().getLocation())) {
                ready = true;
                run(SCRIPT);
                patch();
            }
        });
    }

    StackPane root() {
        return root;
    }

    /// Where buttons are laid over the page.
    Pane over() {
        return over;
    }

    void onUnder(Consumer<Optional<Under>> listener) {
        under = listener;
    }

    /// @param listener hears how far down the page stands, 0 to 1
    void onScrolled(Consumer<Double> listener) {
        scrolled = listener;
    }

    /// @param without what is said where there is no page
    void show(Optional<CanvasPage.Parts> parts, List<Mark> found, String without) {
        marks = found;
        web.setVisible(parts.isPresent());
        missing.setText(without);
        missing.setVisible(parts.isEmpty());
        if (parts.isEmpty()) {
            return;
        }
        CanvasPage.Parts now = parts.get();
        wanted = now;
        CanvasPage.Parts there = loaded;
        if (there == null || !there.attributes().equals(now.attributes())) {
            load(now);
        } else if (ready) {
            patch();
        }
    }

    void scrollTo(double place) {
        run("swScroll(" + place + ")");
    }

    void scrollTo(SectionId section) {
        run("swGo(" + quoted(section.toString()) + ")");
    }

    void close() {
        server.remove(name);
        web.getEngine().load(null);
    }

    private void load(CanvasPage.Parts parts) {
        ready = false;
        loaded = parts;
        address = server.put(name, () -> CanvasPage.compared(parts));
        if (address.equals(web.getEngine().getLocation())) {
            web.getEngine().reload();
        } else {
            web.getEngine().load(address);
        }
    }

    private void guard(@Nullable String location) {
        CanvasPage.Parts parts = loaded;
        if (parts != null && location != null && !location.isEmpty() && !location.startsWith(address)) {
            web.getEngine().getLoadWorker().cancel();
            load(parts);
        }
    }

    private void patch() {
        CanvasPage.Parts parts = Objects.requireNonNull(wanted);
        if (!parts.equals(loaded)) {
            run("swShow(" + quoted(parts.body()) + "," + quoted(parts.style()) + ")");
            loaded = parts;
        }
        run("swMark(" + Mark.json(marks) + "," + quoted(tone) + ")");
    }

    private void pointed(MouseEvent event) {
        // A link of the page leads nowhere here.
        if (event.getEventType() == MouseEvent.MOUSE_CLICKED || event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            event.consume();
        }
        if (ready && (event.getEventType() == MouseEvent.MOUSE_MOVED)) {
            double zoom = web.getZoom();
            Object found = run("swAt(" + event.getX() / zoom + "," + event.getY() / zoom + ")");
            under.accept(under(String.valueOf(found), zoom));
        }
    }

    private static Optional<Under> under(String text, double zoom) {
        String[] parts = text.split(" ");
        if (parts.length != 5) {
            return Optional.empty();
        }
        return Optional.of(new Under(
                SectionId.parse(parts[0]),
                Double.parseDouble(parts[1]) * zoom,
                Double.parseDouble(parts[2]) * zoom,
                Double.parseDouble(parts[3]) * zoom,
                Double.parseDouble(parts[4]) * zoom));
    }

    private void tellScrolled() {
        if (run("swPlace()") instanceof Number place) {
            scrolled.accept(place.doubleValue());
        }
        under.accept(Optional.empty());
    }

    private @Nullable Object run(String script) {
        return ready ? web.getEngine().executeScript(script) : null;
    }

    private static String quoted(String text) {
        return Json.write(Json.object().stringNode(text));
    }

    private static String script() {
        try (InputStream in =
                Objects.requireNonNull(PagePane.class.getResourceAsStream("/org/sitewright/ui/history/compare.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
