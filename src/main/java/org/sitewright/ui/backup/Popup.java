package org.sitewright.ui.backup;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.DialogBox;
import org.sitewright.ui.control.Overlay;

/// A box over the screen that asks for something. Esc closes it, Enter does it.
final class Popup {
    private final Overlay overlay;
    private final VBox box;

    Popup(StackPane over, String title, Node content, Button action, Controls controls) {
        overlay = new Overlay(over);
        VBox inner = new VBox(content);
        inner.setPadding(new Insets(20, 24, 20, 24));
        action.setDefaultButton(true);
        box = DialogBox.of(
                "popup",
                480,
                DialogBox.head(title, overlay, controls),
                DialogBox.foot(Controls.spring(), DialogBox.cancel(overlay, controls), action),
                inner);
    }

    void show(Node focus) {
        overlay.ask(box, focus, () -> {});
    }

    void close() {
        overlay.close();
    }
}
