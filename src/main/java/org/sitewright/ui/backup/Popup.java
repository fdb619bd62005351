package org.sitewright.ui.backup;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.ui.control.Controls;

/// A box over the screen that asks for something. Esc closes it, Enter does it.
final class Popup {
    private final StackPane scrim = new StackPane();
    private final VBox box;

    Popup(String title, Node content, Button action, Controls controls) {
        Button close = controls.iconButton("Close", "x", "Esc");
        close.setOnAction(event -> close());
        HBox head = Controls.row(12, Controls.label(title, "group-title"), Controls.spring(), close);
        head.setPadding(new Insets(12, 12, 12, 24));
        Button cancel = controls.button("Cancel", "");
        cancel.setOnAction(event -> close());
        HBox foot = Controls.row(8, Controls.spring(), cancel, action);
        foot.setPadding(new Insets(12, 24, 14, 24));
        VBox inner = new VBox(content);
        inner.setPadding(new Insets(20, 24, 20, 24));
        box = new VBox(head, Controls.hairline(), inner, Controls.hairline(), foot);
        box.getStyleClass().add("dialog-box");
        box.setMaxSize(480, Region.USE_PREF_SIZE);
        action.setDefaultButton(true);
        scrim.getStyleClass().add("scrim");
        scrim.getChildren().setAll(box);
        scrim.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
    }

    void show(StackPane over, Node focus) {
        over.getChildren().add(scrim);
        focus.requestFocus();
    }

    void close() {
        if (scrim.getParent() instanceof StackPane over) {
            over.getChildren().remove(scrim);
        }
    }
}
