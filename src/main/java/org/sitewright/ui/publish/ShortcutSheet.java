package org.sitewright.ui.publish;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.ui.control.Actions;
import org.sitewright.ui.control.Controls;

/// The keys of the screen, read from the list that the keyboard itself follows. Esc closes it.
final class ShortcutSheet {
    private ShortcutSheet() {}

    static void show(Actions actions, Controls controls, StackPane over) {
        StackPane scrim = new StackPane();
        Button close = controls.iconButton("Close", "x", "Esc");
        close.setOnAction(event -> close(scrim, over));
        VBox box = new VBox(2, Controls.row(12, Controls.label("Keyboard", "group-title"), Controls.spring(), close));
        for (Actions.Action action : actions.all()) {
            if (action.shortcut().isPresent()) {
                HBox row = Controls.row(
                        8, Controls.label(action.label()), Controls.spring(), Controls.label(action.keys(), "key-cap"));
                row.setMinHeight(32);
                box.getChildren().add(row);
            }
        }
        box.getChildren().add(keys());
        box.getStyleClass().add("dialog-box");
        box.setId("shortcut-sheet");
        box.setPadding(new Insets(12, 20, 16, 24));
        box.setPrefWidth(420);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        scrim.getStyleClass().add("scrim");
        scrim.getChildren().setAll(box);
        scrim.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close(scrim, over);
            }
        });
        over.getChildren().add(scrim);
        close.requestFocus();
    }

    private static HBox keys() {
        HBox row = Controls.row(
                8,
                Controls.label("Look at a page before and after; Space flips"),
                Controls.spring(),
                Controls.label("Enter", "key-cap"));
        row.setMinHeight(32);
        return row;
    }

    private static void close(StackPane scrim, StackPane over) {
        over.getChildren().remove(scrim);
        over.requestFocus();
    }
}
