package org.sitewright.ui.editor;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import org.sitewright.edit.Edit.Place;
import org.sitewright.edit.Transaction;
import org.sitewright.library.SectionKind;
import org.sitewright.media.MediaItem;
import org.sitewright.preview.CanvasEvent;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Focal;
import org.sitewright.site.MediaId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.Value;
import org.sitewright.ui.control.PanelRequest;
import org.sitewright.ui.fx.Delay;
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
    private final EditorKeys keys;
    private final StatusStrip status;
    private final StackPane root;
    private final BorderPane panes = new BorderPane();

    public EditorView(Site site, SiteListing listing, EditorServices services) {
        this.services = services;
        var documents = services.documents();
        var drawing = services.drawing();
        var window = services.screen();
        Autosave autosave = new Autosave(
                documents.sites(), window.work(), Delay.onScreen(), documents.clock(), listing.updatedAt());
        model = new EditorViewModel(
                site, autosave, drawing.catalogue(), window.navigator().user(), documents.ids(), documents.clock());
        model.published(listing);
        canvas = new CanvasView(model, drawing.pages(), drawing.server(), this::asked);
        outline = new OutlineView(model, window.controls(), this::pickSection);
        inspector = new InspectorView(
                model,
                new FieldControls(
                        window.controls(),
                        documents.ids(),
                        model::site,
                        this::thumbnail,
                        this::setField,
                        this::replacePicture));
        topBar = new EditorTopBar(model, canvas, window.controls(), window.navigator(), this::showPreview);
        status = new StatusStrip(model, canvas, window.controls());
        keys = new EditorKeys(model, canvas, window.navigator(), this::pickSection, this::showPreview);
        panes.setTop(topBar.root());
        rail = new EditorRail(model.editor(), window.controls(), outline.root());
        services.beside().sides().forEach(rail::add);
        services.beside().ways().apply(site.id()).forEach(rail::add);
        panes.setLeft(rail.root());
        BorderPane middle = new BorderPane(canvas.root());
        middle.setBottom(status.root());
        panes.setCenter(middle);
        panes.setRight(inspector.root());
        root = new StackPane(panes);
        root.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
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

    /// What was typed a moment ago is handed on first; the browser reads the stored site.
    private void showPreview() {
        whenStored(() -> services.screen().preview().accept(model.site().id()));
    }

    @Override
    public void whenStored(Runnable then) {
        canvas.leaveText();
        model.whenStored(then);
    }

    private void asked(CanvasEvent event) {
        if (event instanceof CanvasEvent.InsertAfter insert) {
            model.choose(insert.section());
            pickSection();
        } else if (event instanceof CanvasEvent.ReplacePicture picture) {
            model.choose(picture.section());
            replacePicture(picture.path());
        }
    }

    private void setField(FieldPath path, Value value) {
        model.state()
                .selection()
                .section()
                .ifPresent(id -> model.run(model.sections().setField(id, path, value, Transaction.Source.PANEL)));
    }

    /// Asks for a kind and layout, and puts a new section after the chosen one.
    private void pickSection() {
        var drawing = services.drawing();
        SectionPicker picker = new SectionPicker(model, services, (kind, variant) -> services.screen()
                .work()
                .run(
                        (progress, cancel) -> drawing.samples().sample(kind, variant, this::keepSample),
                        section -> insert(kind, section),
                        services.screen().navigator()::tell));
        picker.show(root);
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

    private void insert(SectionKind kind, Section section) {
        Optional<SectionId> after = model.state().selection().section();
        EditorViewModel.Where where = model.placeFor(kind, after);
        model.run(model.sections().insert(section, where.place(), where.at()));
        if (!(where.place() instanceof Place.OnPage)) {
            services.screen().navigator().tell(kind.name() + " now shows on every page");
        }
    }

    private void replacePicture(FieldPath path) {
        Optional<SectionId> section = model.state().selection().section();
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose a picture");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        "Pictures", "*.jpg", "*.jpeg", "*.png", "*.webp", "*.gif", "*.svg"));
        File file = chooser.showOpenDialog(root.getScene().getWindow());
        if (file != null && section.isPresent()) {
            importPicture(section.get(), path, file);
        }
    }

    /// Takes a picture into the site and sets it into a field, keeping the text that described the field's picture only
    /// where there was none before.
    void importPicture(SectionId section, FieldPath path, File file) {
        Change change = new Change(model.user(), "Add picture " + file.getName());
        services.screen()
                .work()
                .<MediaItem>run(
                        (progress, cancel) -> {
                            try (InputStream in = Files.newInputStream(file.toPath())) {
                                return services.documents()
                                        .imports()
                                        .add(model.site().id(), file.getName(), in, "", change);
                            }
                        },
                        item -> model.run(model.sections()
                                .setField(
                                        section,
                                        path,
                                        new Value.Image(item.media(), item.alt(), Focal.CENTRE),
                                        Transaction.Source.PANEL)),
                        services.screen().navigator()::tell);
    }

    private Node thumbnail(MediaId media) {
        ImageView view = new ImageView();
        view.setFitWidth(72);
        view.setFitHeight(72);
        view.setPreserveRatio(true);
        services.drawing().server().picture(media).ifPresent(picture -> {
            if (picture.url().isEmpty()) {
                return;
            }
            services.screen()
                    .snapshots()
                    .request(new org.sitewright.ui.control.PageSnapshots.Request(
                            "media-" + media,
                            services.drawing().server().put("media-" + media, () -> tile(picture.url())),
                            144,
                            144,
                            1,
                            view::setImage));
        });
        return view;
    }

    /// A page that shows one picture, since JavaFX itself reads neither WebP nor SVG.
    private static String tile(String url) {
        return "<!doctype html><title>Picture</title><style>html,body{margin:0;height:100%}"
                + "img{width:100%;height:100%;object-fit:cover;display:block}</style><img alt=\"\" src=\"" + url
                + "\">";
    }

    /// Shows an image that was drawn earlier.
    static ImageView imageView(Image image, double width) {
        ImageView view = new ImageView(image);
        view.setFitWidth(width);
        view.setPreserveRatio(true);
        return view;
    }
}
