package org.sitewright.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.concurrent.Worker;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;
import org.sitewright.edit.Editor;
import org.sitewright.edit.EditorState;
import org.sitewright.edit.Edits;
import org.sitewright.edit.Transaction;
import org.sitewright.preview.CanvasEvent;
import org.sitewright.preview.CanvasOrder;
import org.sitewright.preview.CanvasPage;
import org.sitewright.preview.CanvasServer;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.ui.fx.Subscription;

/// The page itself, in a web view that holds our markup and our script only. Follows the editor: a changed section is
/// patched alone, so that scroll and caret stay.
final class CanvasView {
    private static final double MARGIN = 40;
    private static final double TOP = 32;

    private final EditorViewModel model;
    private final CanvasPage pages;
    private final CanvasServer server;
    private final Consumer<CanvasEvent> events;
    private final WebView web = new WebView();
    // The shadow has a node of its own: on the web view it would be drawn anew with every letter typed.
    private final Region shadow = new Region();
    private final StackPane frame = new StackPane(shadow, web);
    private final StackPane root = new StackPane(frame);
    private final ObjectProperty<Device> device = new SimpleObjectProperty<>(Device.DESKTOP);
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyLongWrapper renderMillis = new ReadOnlyLongWrapper();
    private final CanvasBridge bridge = new CanvasBridge(this::heard);
    private final String name;
    private final Subscription open = new Subscription();
    private String address = "";
    private boolean ready;

    /// @param events what the model cannot do alone
    CanvasView(EditorViewModel model, CanvasPage pages, CanvasServer server, Consumer<CanvasEvent> events) {
        this.model = model;
        this.pages = pages;
        this.server = server;
        this.events = events;
        this.name = "canvas/" + model.site().id();
        root.getStyleClass().add("canvas");
        shadow.getStyleClass().add("canvas-page");
        shadow.setCache(true);
        frame.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        web.setContextMenuEnabled(false);
        web.setId("canvas");
        web.setAccessibleText("The page");
        root.widthProperty().addListener((property, before, after) -> fit());
        root.heightProperty().addListener((property, before, after) -> fit());
        device.addListener((property, before, after) -> fit());
        guard();
        Editor.Listener listener = this::changed;
        model.editor().listen(listener);
        open.add(() -> model.editor().unlisten(listener));
        open.add(() -> server.remove(name));
        load();
    }

    Parent root() {
        return root;
    }

    WebView web() {
        return web;
    }

    ObjectProperty<Device> deviceProperty() {
        return device;
    }

    ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    /// How long it took to write what was drawn last.
    ReadOnlyLongProperty renderMillisProperty() {
        return renderMillis.getReadOnlyProperty();
    }

    boolean isReady() {
        return ready;
    }

    /// Puts the caret into a text of the page.
    void edit(SectionId section, String path) {
        tell(CanvasOrder.edit(section, path));
    }

    /// Whether the caret stands in a text of the page.
    boolean isTyping() {
        return ready
                && Boolean.TRUE.equals(web.getEngine()
                        .executeScript("!!(document.activeElement && document.activeElement.isContentEditable)"));
    }

    /// Takes the caret out, so that what is typed has been told.
    void leaveText() {
        tell(CanvasOrder.leave());
    }

    void close() {
        open.close();
        web.getEngine().load(null);
    }

    private void load() {
        ready = false;
        Site site = model.site();
        PageId page = model.state().selection().page();
        String html = timed(() -> pages.editable(site, page));
        address = server.put(name, () -> html);
        web.getEngine().load(address);
    }

    /// Nothing but our own document is ever shown here.
    private void guard() {
        web.getEngine().setCreatePopupHandler(features -> null);
        web.getEngine().setPromptHandler(prompt -> "");
        web.getEngine().locationProperty().addListener((property, before, after) -> {
            if (after != null && !after.isEmpty() && !after.equals(address) && !after.startsWith(address + "#")) {
                web.getEngine().getLoadWorker().cancel();
                load();
            }
        });
        web.getEngine().getLoadWorker().stateProperty().addListener((property, before, after) -> {
            if (after == Worker.State.SUCCEEDED
                    && address.equals(web.getEngine().getLocation())) {
                giveBridge();
                web.getEngine().executeScript("window.swReady && window.swReady()");
            }
        });
    }

    private void heard(String json) {
        CanvasEvent.read(json).ifPresent(event -> {
            if (event instanceof CanvasEvent.Ready) {
                ready = true;
                tell(CanvasOrder.tools(1 / zoom.get()));
                showSelection();
            } else if (event instanceof CanvasEvent.Left left) {
                // What was typed may show elsewhere in the section, or was not allowed as it stood.
                model.site().section(left.section()).ifPresent(this::patch);
            } else if (!model.on(event)) {
                events.accept(event);
            }
        });
    }

    private void changed(Editor.Change change) {
        Site before = change.before().site();
        Site after = change.after().site();
        PageId page = change.after().selection().page();
        if (!before.theme().equals(after.theme()) || !before.language().equals(after.language())) {
            load();
            return;
        }
        if (!change.before().selection().page().equals(page) || !sameFrame(before, after, page)) {
            tell(CanvasOrder.body(timed(() -> pages.body(after, page))));
        } else if (change.isEdit()) {
            patchChanged(change, page);
        }
        showSelection();
    }

    private void patchChanged(Editor.Change change, PageId page) {
        List<Section> old = visible(change.before().site(), page);
        List<Section> now = visible(change.after().site(), page);
        for (int i = 0; i < now.size(); i++) {
            boolean typedHere = change.source() == Transaction.Source.CANVAS
                    && change.after()
                            .selection()
                            .section()
                            .equals(Optional.of(now.get(i).id()));
            if (!now.get(i).equals(old.get(i)) && !typedHere) {
                patch(now.get(i));
            }
        }
    }

    private void patch(Section section) {
        PageId page = model.state().selection().page();
        tell(CanvasOrder.section(section.id(), timed(() -> pages.section(model.site(), page, section))));
    }

    private String timed(Supplier<String> render) {
        long start = System.nanoTime();
        String html = render.get();
        renderMillis.set(Math.max(1, Math.round((System.nanoTime() - start) / 1e6)));
        return html;
    }

    /// Whether only the inside of sections differs: the same sections stand in the same order under the same
    // navigation.
    private static boolean sameFrame(Site before, Site after, PageId page) {
        return before.parts().components().equals(after.parts().components())
                && navigation(before).equals(navigation(after))
                && before.name().equals(after.name())
                && ids(before, page).equals(ids(after, page));
    }

    private static List<String> navigation(Site site) {
        return site.pages().stream()
                .map(page -> page.id() + page.name() + page.slug() + page.published())
                .toList();
    }

    private static List<SectionId> ids(Site site, PageId page) {
        return visible(site, page).stream().map(Section::id).toList();
    }

    private static List<Section> visible(Site site, PageId page) {
        List<Section> onPage = site.page(page).map(Page::sections).orElse(List.of());
        return java.util.stream.Stream.of(site.top(), onPage, site.bottom())
                .flatMap(List::stream)
                .filter(section -> !section.hidden())
                .toList();
    }

    private void showSelection() {
        if (!ready) {
            return;
        }
        EditorState state = model.state();
        Optional<Edits.Placed> placed = state.selection().section().flatMap(id -> Edits.find(state.site(), id));
        if (placed.isEmpty()) {
            tell(CanvasOrder.selectNothing());
            return;
        }
        Section section = placed.get().section();
        int count = Edits.at(state.site(), placed.get().place()).size();
        tell(CanvasOrder.select(
                section.id(),
                new CanvasOrder.Tools(
                        model.nameOf(section),
                        model.layout(section),
                        model.variants(section).size(),
                        placed.get().at() > 0,
                        placed.get().at() < count - 1)));
        tell(CanvasOrder.reveal(section.id()));
    }

    private void fit() {
        double space = Math.max(200, root.getWidth() - 2 * MARGIN);
        double fitted = Math.min(1, space / device.get().width());
        zoom.set(fitted);
        web.setZoom(fitted);
        double width = Math.floor(device.get().width() * fitted);
        double height = Math.max(200, root.getHeight() - TOP);
        frame.setTranslateY(TOP / 2);
        web.setPrefSize(width, height);
        web.setMinSize(width, height);
        web.setMaxSize(width, height);
        tell(CanvasOrder.tools(1 / fitted));
    }

    /// The web view offers no other way in; its replacement is not there yet.
    @SuppressWarnings("removal")
    private void giveBridge() {
        ((netscape.javascript.JSObject) web.getEngine().executeScript("window")).setMember("sitewright", bridge);
    }

    private void tell(CanvasOrder order) {
        if (ready) {
            web.getEngine().executeScript(order.script());
        }
    }
}
