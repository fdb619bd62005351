package org.sitewright.ui.editor;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.ui.control.Controls;

/// Says how long a text is beside how long it should be, with a bar.
final class LengthHint {
    private final Label words = Controls.label("", "meta");
    private final Region bar = new Region();
    private final StackPane track = new StackPane(bar);
    private final VBox root = new VBox(4, track, words);
    private double part;

    LengthHint() {
        track.getStyleClass().addAll("meter", "empty-meter");
        track.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        bar.getStyleClass().add("meter");
        track.widthProperty().addListener((property, before, after) -> fill());
    }

    VBox root() {
        return root;
    }

    void show(PageSettingsViewModel.Length length) {
        words.setText(length.words());
        bar.getStyleClass().setAll("meter", length.isGood() ? "strong" : "fair");
        part = length.part();
        fill();
    }

    private void fill() {
        bar.setMaxWidth(track.getWidth() * part);
    }
}
