package org.sitewright.ui.media;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sitewright.ui.control.Controls;

/// The files that came or are coming into the library, each with what became of it.
final class ArrivalList {
    private static final int MOST = 6;

    private final MediaViewModel model;
    private final Controls controls;
    private final VBox root = new VBox(4);

    ArrivalList(MediaViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        root.getStyleClass().add("media-arrivals");
        model.arrivals().addListener((ListChangeListener<Arrival>) change -> show());
        show();
    }

    Node node() {
        return root;
    }

    private void show() {
        Controls.show(root, !model.arrivals().isEmpty());
        Button close = controls.button("Clear", "", "link");
        close.setOnAction(event -> model.clearArrivals());
        int more = Math.max(0, model.arrivals().size() - MOST);
        root.getChildren()
                .setAll(Controls.row(
                        8,
                        Controls.label("Added lately" + (more > 0 ? " (and " + more + " more)" : ""), "field-label"),
                        Controls.spring(),
                        close));
        model.arrivals().stream().limit(MOST).map(this::row).forEach(root.getChildren()::add);
    }

    private HBox row(Arrival arrival) {
        Label words = Controls.label("", "meta");
        Button cancel = controls.button("Cancel", "", "link");
        cancel.setOnAction(event -> arrival.cancel());
        Runnable tell = () -> {
            words.setText(arrival.words());
            words.getStyleClass().remove("danger-text");
            if (arrival.state() == Arrival.State.FAILED) {
                words.getStyleClass().add("danger-text");
            }
            Controls.show(cancel, arrival.state() == Arrival.State.RUNNING);
        };
        arrival.stateProperty().addListener((property, before, after) -> tell.run());
        tell.run();
        return Controls.row(8, Controls.label(arrival.name(), "medium"), words, Controls.spring(), cancel);
    }
}
