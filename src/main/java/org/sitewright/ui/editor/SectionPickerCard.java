package org.sitewright.ui.editor;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.sitewright.library.SectionKind;
import org.sitewright.library.SectionKind.Variant;
import org.sitewright.ui.control.Controls;

/// One layout in the section picker.
final class SectionPickerCard {
    static final double WIDTH = 228;
    private static final double TALLEST = 300;

    private final SectionKind kind;
    private final Variant variant;
    private final StackPane picture = new StackPane();
    private final Region edge = new Region();
    private final Label hint = Controls.label("Enter to insert", "accent-text", "meta-size");
    private final VBox node;
    private boolean drawn;

    SectionPickerCard(SectionKind kind, Variant variant) {
        this.kind = kind;
        this.variant = variant;
        picture.getStyleClass().add("picker-picture");
        edge.getStyleClass().add("picker-edge");
        picture.getChildren().add(edge);
        size(120);
        Label name = Controls.label(kind.name(), "medium");
        name.setMinWidth(Region.USE_PREF_SIZE);
        hint.setMinWidth(Region.USE_PREF_SIZE);
        Controls.show(hint, false);
        node = new VBox(
                6, picture, Controls.row(6, name, Controls.label(variant.label(), "meta"), Controls.spring(), hint));
        node.getStyleClass().add("picker-card");
        node.setMaxWidth(WIDTH);
        node.setMinWidth(WIDTH);
        node.setId("pick-" + kind.kind() + "-" + variant.name());
        node.setAccessibleText(kind.name() + ", " + variant.label());
    }

    SectionKind kind() {
        return kind;
    }

    Variant variant() {
        return variant;
    }

    Node node() {
        return node;
    }

    String words() {
        return (kind.name() + " " + variant.label() + " " + kind.description()).toLowerCase(Locale.ROOT);
    }

    boolean isDrawn() {
        return drawn;
    }

    void show(Image image) {
        drawn = true;
        double height = Math.min(TALLEST, Math.max(24, Math.floor(image.getHeight() * WIDTH / image.getWidth())));
        size(height);
        ImageView view = new ImageView(image);
        view.setFitWidth(WIDTH);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        StackPane.setAlignment(view, javafx.geometry.Pos.TOP_CENTER);
        Rectangle clip = new Rectangle(WIDTH, height);
        clip.setArcWidth(14);
        clip.setArcHeight(14);
        view.setClip(clip);
        // The edge lies over the picture, so that its corners stay whole.
        picture.getChildren().setAll(view, edge);
    }

    void mark(boolean selected) {
        node.getStyleClass().remove("selected");
        if (selected) {
            node.getStyleClass().add("selected");
        }
        Controls.show(hint, selected);
    }

    private void size(double height) {
        picture.setMinSize(WIDTH, height);
        picture.setPrefSize(WIDTH, height);
        picture.setMaxSize(WIDTH, height);
    }
}
