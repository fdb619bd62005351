package org.sitewright.ui.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javax.imageio.ImageIO;
import org.sitewright.media.MediaUse;
import org.sitewright.site.Site;
import org.sitewright.ui.control.Brand;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Screen;

/// The pictures and files of one site.
public final class MediaView implements Screen {
    private final MediaViewModel model;
    private final MediaWindow window;
    private final Controls controls;
    private final MediaGrid grid;
    private final MediaTable table;
    private final MediaDetail detail;
    private final ToggleButton asList;
    private final TextField search = new TextField();
    private final Map<MediaOrder.Filter, ToggleButton> filters = new EnumMap<>(MediaOrder.Filter.class);
    private final StackPane content = new StackPane();
    private final StackPane root = new StackPane();

    public MediaView(Site site, MediaPorts ports, MediaWindow window) {
        this.window = window;
        this.controls = window.controls();
        this.model = new MediaViewModel(site, ports, window.navigator(), window.work());
        this.grid = new MediaGrid(model, controls, item -> {});
        this.table = new MediaTable(model, controls, ports.clock());
        this.asList = controls.iconToggle("As a list", "list", "");
        this.detail = new MediaDetail(
                model,
                controls,
                new MediaDetail.Acts(
                        this::go,
                        old -> new PictureDialog(root, model, controls)
                                .show(fresh -> model.replaceEverywhere(old, fresh)),
                        item -> new CropDialog(root, model, controls, item).show(),
                        window.kinds()));
        BorderPane panes = new BorderPane(middle());
        panes.setTop(topBar());
        panes.setRight(detail.node());
        root.getChildren().setAll(panes);
        root.setId("media-screen");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        root.setOnDragOver(MediaView::dragged);
        root.setOnDragDropped(this::dropped);
        model.shown().addListener((ListChangeListener<org.sitewright.media.MediaItem>) change -> show());
        model.loadedProperty().addListener((property, before, after) -> show());
        model.load();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void close() {
        detail.close();
    }

    /// The state behind the screen, for tests.
    MediaViewModel model() {
        return model;
    }

    private void go(MediaUse use) {
        window.navigator()
                .open(new Destination.Editor(
                        model.site().id(),
                        new Destination.Editor.Spot(
                                use.page().orElse(null), use.section().orElse(null))));
    }

    private Node topBar() {
        Button back = controls.iconButton("Back to the editor", "chevron-left", "Esc");
        back.setId("back");
        back.setOnAction(event -> leave());
        Button undo = controls.iconButton("Undo", "undo-2", "Ctrl+Z");
        undo.setId("media-undo");
        undo.disableProperty().bind(model.undoableProperty().isEqualTo(0));
        undo.setOnAction(event -> model.undo());
        Button redo = controls.iconButton("Redo", "redo-2", "Ctrl+Shift+Z");
        redo.setId("media-redo");
        redo.disableProperty().bind(model.redoableProperty().isEqualTo(0));
        redo.setOnAction(event -> model.redo());
        Button add = controls.primary("Add files", "plus");
        add.setId("media-add");
        Controls.name(add, "Add files, or drop or paste them here", "Ctrl+O");
        add.setOnAction(event -> ask());
        Label name = Controls.label(model.site().name(), "crumb");
        name.setMaxWidth(360);
        HBox bar = Controls.row(
                8,
                back,
                Brand.mark(20),
                Controls.row(6, name, Controls.label("/", "muted"), Controls.label("Media", "medium")),
                undo,
                redo,
                Controls.spring(),
                add);
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private Node middle() {
        search.setPromptText("Find by name or alt text");
        search.setAccessibleText("Find by name or alt text");
        search.setId("media-search");
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox box = Controls.row(8, controls.icons().of("search"), search);
        box.getStyleClass().add("search-box");
        box.setPrefWidth(220);
        HBox chips = new HBox(2);
        ToggleGroup group = new ToggleGroup();
        for (MediaOrder.Filter filter : MediaOrder.Filter.values()) {
            ToggleButton chip = new ToggleButton(filter.label());
            chip.setId("media-filter-" + filter.name().toLowerCase(java.util.Locale.ROOT));
            chip.getStyleClass().add("filter-chip");
            chip.setToggleGroup(group);
            chip.setSelected(filter == MediaOrder.Filter.ALL);
            chip.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            chip.setOnAction(event -> {
                chip.setSelected(true);
                model.filterProperty().set(filter);
            });
            filters.put(filter, chip);
            chips.getChildren().add(chip);
        }
        HBox tools = Controls.row(8, box, chips, Controls.spring(), order(), looks());
        tools.setPadding(new Insets(12, 20, 12, 22));
        VBox.setVgrow(content, Priority.ALWAYS);
        return new VBox(tools, content, new ArrivalList(model, controls).node());
    }

    /// Pictures in a grid, or a list that can be sorted by its columns.
    private Node looks() {
        ToggleButton asGrid = controls.iconToggle("As a grid", "layout-grid", "");
        asGrid.setId("media-as-grid");
        asList.setId("media-as-list");
        ToggleGroup group = new ToggleGroup();
        for (ToggleButton look : List.of(asGrid, asList)) {
            look.setToggleGroup(group);
            look.setOnAction(event -> {
                look.setSelected(true);
                show();
            });
        }
        asGrid.setSelected(true);
        HBox bar = new HBox(asGrid, asList);
        bar.getStyleClass().add("segmented");
        bar.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return bar;
    }

    private Node items() {
        return asList.isSelected() ? table.node() : grid.node();
    }

    private Node order() {
        MenuButton sort = new MenuButton(MediaOrder.Sort.NEWEST.label());
        sort.getStyleClass().add("flat");
        sort.setAccessibleText("Order of the library");
        for (MediaOrder.Sort order : MediaOrder.Sort.values()) {
            MenuItem item = new MenuItem(order.label());
            item.setOnAction(event -> {
                sort.setText(order.label());
                model.sortProperty().set(order);
            });
            sort.getItems().add(item);
        }
        return sort;
    }

    private void show() {
        filters.forEach((filter, chip) -> chip.setText(filter.label() + "  " + model.count(filter)));
        if (!model.loadedProperty().get()) {
            return;
        }
        Node wanted = model.isEmpty()
                ? words(
                        "Nothing in the library yet",
                        "Drop pictures, videos or PDF files here, paste one, or add files.")
                : model.shown().isEmpty() ? words("Nothing here", "No item fits this search and filter.") : items();
        if (!content.getChildren().equals(List.of(wanted))) {
            content.getChildren().setAll(wanted);
        }
    }

    private Node words(String title, String text) {
        Label says = Controls.label(text, "lead");
        VBox box = new VBox(12, controls.icons().of("images", 40), Controls.label(title, "empty-title"), says);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty");
        return box;
    }

    private void leave() {
        window.navigator().open(new Destination.Editor(model.site().id()));
    }

    private void ask() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Add pictures and files");
        List<File> files = chooser.showOpenMultipleDialog(root.getScene().getWindow());
        if (files != null) {
            bring(files);
        }
    }

    private void bring(List<File> files) {
        model.bring(files.stream()
                .filter(File::isFile)
                .map(file -> Incoming.of(file.toPath()))
                .toList());
    }

    private void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof javafx.scene.control.TextInputControl;
        if (event.getCode() == KeyCode.ESCAPE) {
            leave();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            search.requestFocus();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.O) {
            ask();
        } else if (event.isShortcutDown() && event.isShiftDown() && event.getCode() == KeyCode.Z && !typing) {
            model.redo();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.Z && !typing) {
            model.undo();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.V && !typing) {
            paste(Clipboard.getSystemClipboard());
        } else {
            return;
        }
        event.consume();
    }

    private void paste(Clipboard board) {
        Image image = board.getImage();
        if (board.hasFiles()) {
            bring(board.getFiles());
        } else if (image != null) {
            try {
                model.bring(List.of(Incoming.of("Pasted picture.png", png(image))));
            } catch (IOException fault) {
                window.navigator().tell(fault);
            }
        }
    }

    private static byte[] png(Image image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(copy, "png", out);
        return out.toByteArray();
    }

    private static void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        bring(event.getDragboard().getFiles());
        event.setDropCompleted(true);
        event.consume();
    }
}
