package org.sitewright.ui.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.concurrent.Worker;
import javafx.scene.Parent;
import javafx.scene.web.WebView;
import netscape.javascript.JSObject;
import org.jspecify.annotations.Nullable;
import org.sitewright.edit.Editor;
import org.sitewright.edit.EditorState;
import org.sitewright.edit.Edits;
import org.sitewright.edit.Transaction;
import org.sitewright.preview.CanvasEvent;
import org.sitewright.preview.CanvasOrder;
import org.sitewright.preview.CanvasPage;
import org.sitewright.preview.CanvasServer;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.Theme;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Subscription;

/// The page itself, in a web view that holds our markup and our script only. Follows the editor: a changed section is
/// patched alone, so that scroll and caret stay.
final class CanvasView {
    private final EditorViewModel model;
    private final CanvasPage pages;
    private final CanvasServer server;
    private final Consumer<CanvasEvent> events;
    private final WebView web = new WebView();
    private final CanvasSize size = new CanvasSize();
    private final CanvasFrame frame;
    private final ReadOnlyLongWrapper renderMillis = new ReadOnlyLongWrapper();
    private final CanvasBridge bridge = new CanvasBridge(this::heard);
    private final String name;
    private final Subscription open = new Subscription();
    private String address = "";
    private boolean ready;
    private @Nullable EditorState loaded;

    @SuppressWarnings("removal")
    private @Nullable JSObject functions;

    private Map<String, String> toolKeys = Map.of();
    private @Nullable SectionId revealed;
    private @Nullable CanvasOrder selection;
    private final Map<PageId, String> drawn = new HashMap<>();
    private @Nullable Site drawnOf;
    private final DrawnSection drawnSection = new DrawnSection();

    /// @param events what the model cannot do alone
    CanvasView(EditorViewModel model, EditorServices.Drawing drawing, Controls controls, Consumer<CanvasEvent> events) {
        this.model = model;
        this.pages = drawing.pages();
        this.server = drawing.server();
        this.events = events;
        this.name = "canvas/" + model.site().id();
        this.frame = new CanvasFrame(web, size, controls, new Grip());
        web.setContextMenuEnabled(false);
        web.setId("canvas");
        web.setAccessibleText("The page");
        size.scaleProperty().addListener((property, before, after) -> tell(CanvasOrder.tools(1 / size.scale())));
        size.rightToLeftProperty().addListener((property, before, after) -> tell(direction()));
        size.appearanceProperty().addListener((property, before, after) -> tell(CanvasOrder.style(style())));
        Platform.getPreferences()
                .reducedMotionProperty()
                .addListener((property, before, after) -> tell(CanvasOrder.still(after)));
        guard();
        Editor.Listener listener = this::changed;
        model.editor().listen(listener);
        open.add(() -> model.editor().unlisten(listener));
        open.add(() -> server.remove(name));
        load();
    }

    Parent root() {
        return frame.root();
    }

    WebView web() {
        return web;
    }

    /// What draws the page, for measuring.
    CanvasPage pages() {
        return pages;
    }

    CanvasSize size() {
        return size;
    }

    CanvasFrame frame() {
        return frame;
    }

    /// What the tools of the page say about keys.
    void name(Map<String, String> keys) {
        toolKeys = Map.copyOf(keys);
        tell(CanvasOrder.keys(toolKeys));
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

    /// Puts the caret into the first text of a section.
    void enter(SectionId section) {
        web.requestFocus();
        tell(CanvasOrder.enter(section));
    }

    /// Whether the caret stands in a text of the page.
    boolean isTyping() {
        return !textType().isEmpty();
    }

    /// The type of the text that has the caret: `inline`, `block`, `lines` or `text`; empty for none.
    String textType() {
        return ready
                ? String.valueOf(web.getEngine().executeScript("swParts.editing() ? swParts.textType() : ''"))
                : "";
    }

    /// What lies under a point of the web view.
    CanvasOrder.Under under(double x, double y) {
        return CanvasOrder.Under.read(
                ready
                        ? String.valueOf(web.getEngine()
                                .executeScript(CanvasOrder.at(x / size.scale(), y / size.scale())
                                        .script()))
                        : "{}");
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
        functions = null;
        drawnSection.forget();
        Site site = model.site();
        PageId page = model.state().selection().page();
        loaded = model.state();
        String html = timed(() -> pages.editable(shown(site), page));
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
                selection = null;
                catchUp();
                tell(CanvasOrder.tools(1 / size.scale()));
                tell(direction());
                tell(CanvasOrder.still(Platform.getPreferences().isReducedMotion()));
                tell(CanvasOrder.keys(toolKeys));
                showSelection();
            } else if (event instanceof CanvasEvent.Left left) {
                // What was typed may show elsewhere in the section, or was not allowed as it stood.
                drawnSection.forget();
                model.site().section(left.section()).ifPresent(this::patch);
            } else if (event instanceof CanvasEvent.Frame place) {
                frame.show(place);
            } else if (!model.on(event)) {
                events.accept(event);
            }
        });
    }

    /// What was changed while the page was loading could not be told.
    private void catchUp() {
        drawnSection.forget();
        EditorState now = model.state();
        PageId page = now.selection().page();
        if (loaded != null
                && !(loaded.site().equals(now.site())
                        && loaded.selection().page().equals(page))) {
            tell(CanvasOrder.style(style()));
            tell(CanvasOrder.body(page, body(now.site(), page)));
        }
    }

    private void changed(Editor.Change change) {
        Site before = change.before().site();
        Site after = change.after().site();
        PageId page = change.after().selection().page();
        if (before.theme().style() != after.theme().style()
                || !before.language().equals(after.language())) {
            load();
            return;
        }
        if (!before.theme().equals(after.theme())) {
            tell(CanvasOrder.style(style()));
        }
        if (!change.before().selection().page().equals(page) || !CanvasChange.keepsFrame(before, after, page)) {
            drawnSection.forget();
            tell(CanvasOrder.body(page, body(after, page)));
            // What moved may have left the window.
            revealed = null;
        } else if (change.isEdit()) {
            patchChanged(change, page);
            if (CanvasChange.keepsTools(change)) {
                return;
            }
        }
        showSelection();
    }

    /// Going from page to page and back draws each once, while nothing of the site changes.
    @SuppressWarnings("ReferenceEquality")
    private String body(Site site, PageId page) {
        if (drawnOf != site) {
            drawn.clear();
            drawnOf = site;
        }
        return drawn.computeIfAbsent(page, id -> timed(() -> pages.body(site, id)));
    }

    private void patchChanged(Editor.Change change, PageId page) {
        List<Section> old = CanvasChange.visible(change.before().site(), page);
        List<Section> now = CanvasChange.visible(change.after().site(), page);
        boolean onPage = change.source() == Transaction.Source.CANVAS;
        if (onPage) {
            drawnSection.forget();
        }
        for (int i = 0; i < now.size(); i++) {
            boolean typedHere = onPage
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
        String html = timed(() -> pages.section(model.site(), page, section));
        Optional<CanvasOrder> words = drawnSection.next(section.id(), html);
        if (words.isEmpty() || !Boolean.TRUE.equals(ask(words.get()))) {
            tell(CanvasOrder.section(section.id(), html));
        }
    }

    private String timed(Supplier<String> render) {
        long start = System.nanoTime();
        String html = render.get();
        renderMillis.set(Math.max(1, Math.round((System.nanoTime() - start) / 1e6)));
        return html;
    }

    private void showSelection() {
        if (!ready) {
            return;
        }
        EditorState state = model.state();
        Optional<Edits.Placed> placed = state.selection().section().flatMap(id -> Edits.find(state.site(), id));
        if (placed.isEmpty()) {
            tellSelection(CanvasOrder.selectNothing());
            return;
        }
        Section section = placed.get().section();
        List<SectionId> chosen = state.selection().sections();
        tellSelection(CanvasOrder.select(
                chosen,
                new CanvasOrder.Tools(
                        model.nameOf(section),
                        model.layout(section),
                        model.variants(section).size(),
                        model.sections().several().move(chosen, -1).on(state).isPresent(),
                        model.sections().several().move(chosen, 1).on(state).isPresent()),
                model.picture().map(spot -> spot.path().toString()).orElse("")));
        boolean other = !section.id().equals(revealed);
        revealed = section.id();
        if (other) {
            tell(CanvasOrder.reveal(section.id()));
        }
    }

    /// A keystroke leaves what is chosen as it is.
    private void tellSelection(CanvasOrder order) {
        if (!order.equals(selection)) {
            selection = order;
            tell(order);
        }
    }

    private Site shown(Site site) {
        Theme.ColorMode mode = size.appearanceProperty().get();
        return mode == Theme.ColorMode.AUTO ? site : site.withTheme(site.theme().withMode(mode));
    }

    private String style() {
        return pages.stylesheet(shown(model.site()));
    }

    private CanvasOrder direction() {
        return CanvasOrder.direction(size.rightToLeftProperty().get() ? "rtl" : "");
    }

    /// What the grip beside the page does.
    private final class Grip implements CanvasFrame.Dragging {
        @Override
        public void choose(SectionId section) {
            if (!model.state().selection().has(section)) {
                model.choose(section);
            }
        }

        @Override
        public void drag(SectionId section, double y) {
            tell(CanvasOrder.drag(model.with(section), y));
        }

        @Override
        public void drop() {
            tell(CanvasOrder.drop());
        }
    }

    /// The web view offers no other way in; its replacement is not there yet.
    @SuppressWarnings("removal")
    private void giveBridge() {
        JSObject window = (JSObject) web.getEngine().executeScript("window");
        window.setMember("sitewright", bridge);
        functions = window.getMember("swCanvas") instanceof JSObject found ? found : null;
    }

    void tell(CanvasOrder order) {
        Object unused = ask(order);
    }

    /// Texts go over as they are: a script around the markup of a section would be read as code first.
    ///
    /// @return what the page answers; null when it says nothing or is not there yet
    @SuppressWarnings("removal")
    private @Nullable Object ask(CanvasOrder order) {
        if (!ready) {
            return null;
        }
        return functions != null && order.isTexts()
                ? functions.call(order.function(), order.arguments().toArray())
                : web.getEngine().executeScript(order.script());
    }
}
