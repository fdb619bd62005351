package org.sitewright.ui.control;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The frame of every dialog: its title and a button that closes it, what it is about, and what it does.
public final class DialogBox {
    private DialogBox() {}

    /// A box as wide as it says and as tall as it must be.
    ///
    /// @param id of the box; its title gets it with `-title`
    /// @param middle from top to bottom; hairlines part it from the head and the foot
    public static VBox of(String id, double width, HBox head, HBox foot, Node... middle) {
        VBox box = new VBox(head, Controls.hairline());
        box.getChildren().addAll(middle);
        box.getChildren().addAll(Controls.hairline(), foot);
        box.getStyleClass().add("dialog-box");
        box.setId(id);
        head.getChildren().getFirst().setId(id + "-title");
        box.setPrefWidth(width);
        box.setMaxSize(width, Region.USE_PREF_SIZE);
        return box;
    }

    /// @param between stands before the button that closes
    public static HBox head(String title, Overlay overlay, Controls controls, Node... between) {
        Button close = controls.iconButton("Close", "x", "Esc");
        close.setOnAction(event -> overlay.close());
        HBox head = Controls.row(12, Controls.label(title, "group-title"), Controls.spring());
        head.getChildren().addAll(between);
        head.getChildren().add(close);
        head.setPadding(new Insets(12, 12, 12, 24));
        return head;
    }

    public static HBox foot(Node... parts) {
        HBox foot = Controls.row(8, parts);
        foot.setPadding(new Insets(12, 24, 14, 24));
        return foot;
    }

    /// The button that leaves things as they are.
    public static Button cancel(Overlay overlay, Controls controls) {
        Button cancel = controls.button("Cancel", "");
        cancel.setOnAction(event -> overlay.close());
        return cancel;
    }
}
