package org.sitewright.ui.history;

import java.io.File;
import java.nio.file.Path;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.sitewright.edit.Editor;
import org.sitewright.history.Moment;
import org.sitewright.history.MomentName;
import org.sitewright.site.Site;
import org.sitewright.ui.control.Brand;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Overlay;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Screen;
import org.sitewright.ui.fx.Subscription;

/// The history of a site: a line of time to drag along, the page as it was beside the page as it is, what differs.
public final class HistoryView implements Screen {
    private final HistoryWindow window;
    private final Controls controls;
    private final HistoryViewModel model;
    private final PagePair pair;
    private final TimeBar bar;
    private final EditsPanel edits;
    private final DifferencesPanel differences;
    private final ToggleButton differing = new ToggleButton("Differences");
    private final Button undo;
    private final Button redo;
    private final Label saved = Controls.label("", "meta");
    private final Subscription open = new Subscription();
    private final StackPane root = new StackPane();

    public HistoryView(Site site, HistoryPorts ports, HistoryWindow window) {
        this.window = window;
        this.controls = window.controls();
        this.model = new HistoryViewModel(site, ports, window.navigator(), window.work());
        pair = new PagePair(model, window);
        bar = new TimeBar(model, controls);
        edits = new EditsPanel(model, controls);
        differences = new DifferencesPanel(model, controls, pair::reveal);
        undo = act("Undo", "undo-2", "Ctrl+Z", "history-undo", model::undo);
        redo = act("Redo", "redo-2", "Ctrl+Shift+Z", "history-redo", model::redo);
        BorderPane middle = new BorderPane(pair.root());
        middle.setBottom(bar.root());
        middle.setRight(side());
        BorderPane panes = new BorderPane(middle);
        panes.setTop(topBar());
        root.getChildren().setAll(panes);
        root.setId("history-screen");
        root.getStyleClass().add("history-screen");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
        listen();
        model.load();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void whenStored(Runnable then) {
        model.whenStored(then);
    }

    @Override
    public void close() {
        open.close();
        pair.close();
    }

    /// The state behind the screen, for tests.
    HistoryViewModel model() {
        return model;
    }

    private void listen() {
        model.shownProperty().addListener((property, before, after) -> {
            if (after != null) {
                pair.show(after);
                differences.show(after);
                int count = after.comparison().count();
                differing.setText(count == 0 ? "Differences" : "Differences  " + count);
                bar.show();
            }
        });
        model.timeline().positionProperty().addListener((property, before, after) -> bar.show());
        model.timeline().rangeProperty().addListener((property, before, after) -> bar.lay());
        model.timeline().shown().addListener((ListChangeListener<Moment>) change -> bar.lay());
        model.names().addListener((ListChangeListener<MomentName>) change -> bar.lay());
        Editor.Listener listener = change -> showSteps();
        model.editor().listen(listener);
        open.add(() -> model.editor().unlisten(listener));
        ChangeListener<Boolean> saving = (property, before, after) -> showSteps();
        model.savingProperty().addListener(saving);
        showSteps();
    }

    private void showSteps() {
        var history = model.editor().history();
        undo.setDisable(history.undoLabel().isEmpty());
        redo.setDisable(history.redoLabel().isEmpty());
        Controls.name(undo, ("Undo " + history.undoLabel().orElse("")).strip(), "Ctrl+Z");
        Controls.name(redo, ("Redo " + history.redoLabel().orElse("")).strip(), "Ctrl+Shift+Z");
        boolean saving = model.savingProperty().get();
        saved.setGraphic(controls.icons().of(saving ? "loader" : "check", 14));
        saved.setText(saving ? "Saving…" : "Saved");
    }

    private Node topBar() {
        Button back = controls.iconButton("Back to the editor", "chevron-left", "Esc");
        back.setId("back");
        back.setOnAction(event -> leave());
        Label name = Controls.label(model.now().name(), "crumb");
        name.setMaxWidth(360);
        MenuButton pages = pages();
        Button publish = controls.button("Publish", "cloud-upload", "flat");
        publish.setId("publish");
        publish.setOnAction(event ->
                window.navigator().open(new Destination.Publish(model.now().id())));
        HBox top = Controls.row(
                8,
                back,
                Brand.mark(20),
                Controls.row(6, name, Controls.label("/", "muted"), Controls.label("History", "medium")),
                pages,
                undo,
                redo,
                Controls.spring(),
                saved,
                copies(),
                publish);
        top.getStyleClass().add("top-bar");
        return top;
    }

    /// Project files: writing one, and joining with one that was changed elsewhere.
    private MenuButton copies() {
        MenuButton menu = new MenuButton("Copies", controls.icons().of("file-archive"));
        menu.setId("copies");
        menu.getStyleClass().addAll("flat", "history-page");
        MenuItem export = new MenuItem("Export with history…");
        export.setOnAction(event -> {
            FileChooser chooser = chooser("Export the site with its history");
            chooser.setInitialFileName("site.zip");
            File file = chooser.showSaveDialog(root.getScene().getWindow());
            if (file != null) {
                model.export(file.toPath());
            }
        });
        MenuItem merge = new MenuItem("Join with another copy…");
        merge.setOnAction(event -> {
            File file = chooser("A copy of this site")
                    .showOpenDialog(root.getScene().getWindow());
            if (file != null) {
                merge(file.toPath());
            }
        });
        menu.getItems().setAll(export, merge);
        return menu;
    }

    /// Joins with a copy, asking where both changed the same.
    public void merge(Path file) {
        model.merge(file, (conflicts, decided) -> {
            new MergeDialog(root, conflicts, controls, decided).show();
        });
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Project files", "*.zip"));
        return chooser;
    }

    /// Which page is looked at.
    private MenuButton pages() {
        MenuButton pages = new MenuButton();
        pages.setId("history-page");
        pages.getStyleClass().addAll("flat", "history-page");
        pages.setMaxWidth(220);
        Runnable named = () -> {
            String page = model.pages().getOrDefault(model.pageProperty().get(), "Page");
            pages.setText(page);
            pages.setAccessibleText("Page: " + page);
        };
        pages.setOnShowing(event -> pages.getItems()
                .setAll(model.pages().entrySet().stream()
                        .map(each -> {
                            MenuItem item = new MenuItem(each.getValue());
                            item.setMnemonicParsing(false);
                            item.setOnAction(chosen -> model.pageProperty().set(each.getKey()));
                            return item;
                        })
                        .toList()));
        pages.getItems().setAll(new MenuItem(""));
        model.pageProperty().addListener((property, before, after) -> named.run());
        model.shownProperty().addListener((property, before, after) -> named.run());
        named.run();
        return pages;
    }

    private Node side() {
        ToggleButton all = new ToggleButton("Edits");
        all.setId("tab-edits");
        differing.setId("tab-differences");
        ToggleGroup group = new ToggleGroup();
        all.setToggleGroup(group);
        differing.setToggleGroup(group);
        all.setSelected(true);
        HBox tabs = new HBox(all, differing);
        tabs.getStyleClass().add("segmented");
        tabs.setMaxHeight(Region.USE_PREF_SIZE);
        HBox head = Controls.row(8, tabs);
        head.setPadding(new Insets(12, 16, 8, 16));
        StackPane body = new StackPane(edits.root());
        body.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        group.selectedToggleProperty().addListener((property, before, after) -> {
            if (after == null) {
                group.selectToggle(before);
            } else {
                body.getChildren().setAll(after.equals(all) ? edits.root() : differences.root());
            }
        });
        VBox side = new VBox(head, body);
        side.getStyleClass().add("history-side");
        return side;
    }

    private Button act(String words, String icon, String keys, String id, Runnable act) {
        Button button = controls.iconButton(words, icon, keys);
        button.setId(id);
        button.setOnAction(event -> act.run());
        return button;
    }

    private void leave() {
        window.navigator()
                .open(new Destination.Editor(
                        model.now().id(),
                        new Destination.Editor.Spot(
                                model.now()
                                        .page(model.pageProperty().get())
                                        .map(page -> page.id())
                                        .orElse(null),
                                null)));
    }

    private void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (Overlay.covers(root)) {
            return;
        }
        if (event.isShortcutDown()) {
            shortcut(event, typing);
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            leave();
        } else if (!typing && moved(event)) {
            event.consume();
        }
    }

    private void shortcut(KeyEvent event, boolean typing) {
        if (event.getCode() == KeyCode.F) {
            event.consume();
            edits.search().requestFocus();
        } else if (!typing && event.getCode() == KeyCode.Z) {
            event.consume();
            if (event.isShiftDown()) {
                model.redo();
            } else {
                model.undo();
            }
        } else if (!typing && event.getCode() == KeyCode.Y) {
            event.consume();
            model.redo();
        }
    }

    private boolean moved(KeyEvent event) {
        Timeline timeline = model.timeline();
        switch (event.getCode()) {
            case LEFT, RIGHT -> {
                int way = event.getCode() == KeyCode.LEFT ? -1 : 1;
                if (event.isShiftDown()) {
                    timeline.day(way);
                } else {
                    timeline.step(way);
                }
            }
            case HOME -> timeline.first();
            case END -> timeline.last();
            case N -> bar.askName();
            case SPACE -> {
                if (event.getTarget() instanceof Button || event.getTarget() instanceof ToggleButton) {
                    return false;
                }
                pair.heldProperty().set(true);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void released(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && pair.heldProperty().get()) {
            event.consume();
            pair.heldProperty().set(false);
        }
    }
}
