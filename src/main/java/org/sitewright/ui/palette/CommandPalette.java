package org.sitewright.ui.palette;

import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Overlay;
import org.sitewright.ui.fx.FxThread;
import org.sitewright.ui.palette.PaletteViewModel.Row;

/// Finds everything that can be done or gone to from the open screen, by a few letters. Opens over any screen with
/// Ctrl+K.
public final class CommandPalette {
    private static final double WIDTH = 664;
    private static final double HEIGHT = 580;
    private static final double DOWN = 104;
    private static final KeyCombination KEYS = KeyCombination.valueOf("Shortcut+K");

    private final Controls kit;
    private final PaletteSource source;
    private final PaletteViewModel model = new PaletteViewModel();
    private final Overlay overlay;
    private final Region box;
    private final TextField text = new TextField();
    private final ListView<Row> list = new ListView<>();
    private final Label nothing = Controls.label("Nothing has this name.", "empty-note");

    /// @param over lies over every screen
    /// @param taken whether the keys mean something else at the moment, as a link while a text has the caret
    public CommandPalette(StackPane over, Controls kit, PaletteSource source, BooleanSupplier taken) {
        this.kit = kit;
        this.source = source;
        this.overlay = new Overlay(over);
        this.box = box();
        overlay.setKeys(this::pressed);
        text.textProperty().addListener((property, old, now) -> {
            model.search(now);
            show();
        });
        // The scene, as keys reach it even when nothing on it has the focus.
        over.sceneProperty().subscribe((Scene scene) -> {
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                    boolean free = isOpen() || (over.lookup(".scrim") == null && !taken.getAsBoolean());
                    if (KEYS.match(event) && free) {
                        event.consume();
                        toggle();
                    }
                });
            }
        });
    }

    public boolean isOpen() {
        return overlay.isOpen();
    }

    public void open() {
        if (isOpen()) {
            return;
        }
        model.open();
        text.clear();
        overlay.showBelowTop(box, DOWN, text);
        source.collect(more -> {
            model.add(more);
            show();
        });
        show();
    }

    private void toggle() {
        if (isOpen()) {
            overlay.close();
        } else {
            open();
        }
    }

    private Region box() {
        text.setPromptText("Find a page, a section, a site or something to do");
        text.setAccessibleText("Find anything");
        text.setId("palette-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox field = Controls.row(12, kit.icons().of("search", 18), text);
        field.getStyleClass().addAll("search-box", "bare", "palette-field");
        list.setId("palette-list");
        list.getStyleClass().add("palette-list");
        list.setFocusTraversable(false);
        list.setPlaceholder(nothing);
        list.setCellFactory(view -> new PaletteCell(kit, this::go));
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox foot = Controls.row(
                20,
                key("↑↓", "choose"),
                key("Enter", "go"),
                key("Tab", "look at it first"),
                Controls.spring(),
                key(">", "to do only"),
                key("@", "pages"));
        foot.getStyleClass().add("palette-foot");
        VBox box = new VBox(field, Controls.hairline(), list, foot);
        box.getStyleClass().addAll("dialog-box", "palette");
        box.setId("palette");
        box.setMinWidth(WIDTH);
        box.setMaxSize(WIDTH, HEIGHT);
        return box;
    }

    private static Node key(String cap, String does) {
        return Controls.row(8, Controls.label(cap, "key-cap"), Controls.label(does, "meta"));
    }

    private void show() {
        list.getItems().setAll(model.rows());
        choose();
    }

    private void choose() {
        if (model.at() < 0) {
            list.getSelectionModel().clearSelection();
            return;
        }
        list.getSelectionModel().select(model.at());
        boolean first = model.at() <= 1;
        list.scrollTo(first ? 0 : Math.max(0, model.at() - 5));
        model.chosen().ifPresent(entry -> text.setAccessibleHelp(entry.label() + ", " + entry.detail()));
    }

    private boolean pressed(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case ENTER -> go();
            case TAB -> look();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int by) {
        model.move(by);
        choose();
    }

    private void go(int row) {
        model.choose(row);
        go();
    }

    private void go() {
        model.chosen().ifPresent(entry -> {
            model.remember(entry);
            overlay.close();
            // After the focus is back where it was, as what is done may need it there.
            FxThread.later(entry.go());
        });
    }

    private void look() {
        model.chosen().map(PaletteEntry::look).ifPresent(Runnable::run);
        text.requestFocus();
    }

    /// The keys that open it, as a person reads them.
    public static String keys() {
        return org.sitewright.ui.control.Actions.words(KEYS);
    }
}
