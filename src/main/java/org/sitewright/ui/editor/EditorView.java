package org.sitewright.ui.editor;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.sitewright.edit.Edit.Place;
import org.sitewright.edit.Editor;
import org.sitewright.edit.Transaction;
import org.sitewright.library.Component;
import org.sitewright.library.SectionKind;
import org.sitewright.preview.CanvasEvent;
import org.sitewright.preview.CanvasOrder;
import org.sitewright.site.FieldPath;
import org.sitewright.site.MediaId;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.Value;
import org.sitewright.ui.control.Actions;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.KeyboardSheet;
import org.sitewright.ui.control.Overlay;
import org.sitewright.ui.control.PanelRequest;
import org.sitewright.ui.fx.Delay;
import org.sitewright.ui.fx.FxThread;
import org.sitewright.ui.fx.Screen;

/// The editor of one site: outline, the page itself, inspector.
public final class EditorView implements Screen {
    private final EditorServices services;
    private final EditorViewModel model;
    private final CanvasView canvas;
    private final OutlineView outline;
    private final EditorRail rail;
    private final InspectorView inspector;
    private final EditorTopBar topBar;
    private final StatusStrip status;
    private final PictureImports imports;
    private final PicturePanel pictures;
    private final LinkPanel links;
    private final SectionMenu menu;
    private final Actions actions;
    private final StackPane root = new StackPane();

    public EditorView(Site site, SiteListing listing, EditorServices services) {
        this.services = services;
        var documents = services.documents();
        var window = services.screen();
        Controls controls = window.controls();
        Autosave autosave = new Autosave(
                documents.sites(), window.work(), Delay.onScreen(), documents.clock(), listing.updatedAt());
        model = new EditorViewModel(
                site,
                autosave,
                services.drawing().catalogue(),
                window.navigator().user(),
                documents.ids(),
                documents.clock());
        model.published(listing);
        canvas = new CanvasView(model, services.drawing(), controls, this::asked);
        imports = new PictureImports(model, services);
        Overlay overlay = new Overlay(root);
        pictures = new PicturePanel(model, services, imports, overlay);
        EditorMedia media = new EditorMedia(model, services, pictures, overlay);
        FieldControls fields = new FieldControls(
                controls, documents.ids(), new FieldControls.Open(model::site, model::page), media, this::setField);
        links = new LinkPanel(fields, overlay);
        SectionClipboard clipboard = new SectionClipboard(model, services);
        Actions[] all = new Actions[1];
        actions = new EditorActions(model, canvas, clipboard, imports)
                .all(new EditorActions.Screen(
                        window.navigator(),
                        () -> pickSection(false),
                        new EditorActions.Previews(
                                () -> showStored(window.preview()),
                                () -> showStored(services.beside().phone())),
                        () -> KeyboardSheet.show(Objects.requireNonNull(all[0]), controls, root),
                        services.beside().search()));
        all[0] = actions;
        menu = new SectionMenu(model, controls, actions);
        canvas.name(EditorActions.tools(actions));
        PictureDrops.accept(canvas, imports);
        outline = new OutlineView(model, controls, actions);
        inspector = new InspectorView(model, fields, new LayoutPictures(model, services), actions);
        topBar = new EditorTopBar(model, canvas, services, actions);
        status = new StatusStrip(model, canvas, imports, controls);
        rail = new EditorRail(model.editor(), controls, outline.root());
        services.beside().sides().forEach(rail::add);
        services.beside().ways().apply(site.id()).forEach(rail::add);
        lay();
        root.addEventFilter(KeyEvent.KEY_PRESSED, new EditorKeys(canvas, root, actions)::pressed);
        imports.listen(media::know);
        media.learn(inspector::refresh);
        window.work()
                .run(
                        (progress, cancel) -> documents.past().apply(site),
                        model.editor()::recall,
                        window.navigator()::tell);
    }

    private void lay() {
        BorderPane middle = new BorderPane(canvas.root());
        middle.setBottom(status.root());
        BorderPane panes = new BorderPane(middle);
        panes.setTop(topBar.root());
        panes.setLeft(rail.root());
        panes.setRight(inspector.root());
        root.getChildren().setAll(panes);
        root.addEventHandler(PanelRequest.OPEN, request -> rail.open(request.panel()));
    }

    @Override
    public Parent root() {
        return root;
    }

    /// The state behind the screen, for tests.
    EditorViewModel model() {
        return model;
    }

    CanvasView canvas() {
        return canvas;
    }

    /// Whether a text of the page has the caret, which has keys of its own.
    public boolean isWriting() {
        return canvas.web().isFocused() && canvas.isTyping();
    }

    /// The site as it is now, and the way to change it.
    public Editor editor() {
        return model.editor();
    }

    public void show(PageId page) {
        model.openPage(page);
    }

    /// @param section of that page, or one that every page shows
    public void show(PageId page, SectionId section) {
        model.openPage(page);
        model.choose(section);
    }

    /// What the outline calls a section.
    public String titleOf(Section section) {
        return model.titleOf(section);
    }

    /// Puts a new section of that kind, in its first layout, after the chosen one.
    public void insert(SectionKind kind) {
        insert(kind, kind.variantOrFirst("").name(), false);
    }

    /// What can be done here, as whatever lists actions reads it.
    public Actions actions() {
        return actions;
    }

    @Override
    public void close() {
        canvas.leaveText();
        model.saveNow();
        canvas.close();
        rail.close();
        outline.close();
        inspector.close();
        topBar.close();
        status.close();
    }

    /// What was typed a moment ago is handed on first; the stored site is what others see.
    private void showStored(Consumer<SiteId> shows) {
        whenStored(() -> shows.accept(model.site().id()));
    }

    @Override
    public void whenStored(Runnable then) {
        canvas.leaveText();
        model.whenStored(then);
    }

    /// What the canvas asks for that needs the screen.
    private void asked(CanvasEvent event) {
        if (event instanceof CanvasEvent.Insert insert) {
            model.choose(insert.section());
            pickSection(insert.before());
        } else if (event instanceof CanvasEvent.OpenPicture picture) {
            PictureSpot spot = new PictureSpot(picture.section(), picture.path());
            model.choosePicture(spot);
            pictures.show(spot, at(picture.box(), 24, 24));
        } else if (event instanceof CanvasEvent.AskLink link) {
            links.show(link.href(), at(link.box(), 0, 10), href -> {
                canvas.web().requestFocus();
                canvas.tell(CanvasOrder.link(href));
            });
        } else if (event instanceof CanvasEvent.Pasted pasted) {
            // The page waits for an answer to its own question, which it cannot take before it has asked it.
            FxThread.later(() -> canvas.tell(CanvasOrder.insert(pasted)));
        } else if (event instanceof CanvasEvent.More more) {
            Point2D point = canvas.root().localToScreen(canvas.root().sceneToLocal(at(more.box(), 0, 4)));
            model.site().section(more.section()).ifPresent(section -> menu.of(section)
                    .show(canvas.web(), point.getX(), point.getY()));
        }
    }

    private Point2D at(CanvasEvent.Box box, double right, double down) {
        Point2D corner = canvas.frame().inScene(box.x(), box.y());
        return corner.add(right, down);
    }

    private void setField(FieldPath path, Value value) {
        model.state()
                .selection()
                .section()
                .ifPresent(id -> model.run(model.sections().setField(id, path, value, Transaction.Source.PANEL)));
    }

    /// Asks for a kind and layout, and puts a new section beside the chosen one.
    private void pickSection(boolean before) {
        ComponentShelf shelf = services.beside().shelf().apply(model.editor());
        new SectionPicker(root, model, services, shelf, new SectionPicker.Inserts() {
                    @Override
                    public void section(SectionKind kind, String variant) {
                        insert(kind, variant, before);
                    }

                    @Override
                    public void component(Component component, boolean scripted) {
                        shelf.insert(component, scripted, before);
                    }
                })
                .show();
    }

    private void insert(SectionKind kind, String variant, boolean before) {
        services.screen()
                .work()
                .run(
                        (progress, cancel) -> services.drawing().samples().sample(kind, variant, this::keepSample),
                        section -> insert(kind, section, before),
                        services.screen().navigator()::tell);
    }

    private MediaId keepSample(java.nio.file.Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return services.documents()
                    .imports()
                    .add(
                            model.site().id(),
                            String.valueOf(file.getFileName()),
                            in,
                            "",
                            new Change(model.user(), "Add sample picture"))
                    .media();
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private void insert(SectionKind kind, Section section, boolean before) {
        Optional<SectionId> after = model.state().selection().section();
        EditorViewModel.Where where = model.placeFor(kind, after, before);
        model.run(model.sections().insert(section, where.place(), where.at()));
        if (!(where.place() instanceof Place.OnPage)) {
            services.screen().navigator().tell(kind.name() + " now shows on every page");
        }
    }

    /// Takes a picture into the site and sets it into a field.
    void importPicture(SectionId section, FieldPath path, File file) {
        imports.into(new PictureSpot(section, path), List.of(PictureImports.Source.of(file)));
    }

    /// Shows an image that was drawn earlier.
    static ImageView imageView(Image image, double width) {
        ImageView view = new ImageView(image);
        view.setFitWidth(width);
        view.setPreserveRatio(true);
        return view;
    }
}
