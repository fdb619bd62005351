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
import org.sitewright.library.Component;
import org.sitewright.library.SectionKind;
import org.sitewright.library.SectionKind.Variant;
import org.sitewright.library.component.ComponentCategories;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.ScriptQuestion;

/// One layout of a section, or one component, in the section picker.
final class SectionPickerCard {
    static final double WIDTH = 228;
    private static final double TALLEST = 300;

    static final String COMPONENTS = "Components";
    static final double COMPONENT_HEIGHT = 140;

    private final Choice choice;
    private final String category;
    private final String words;
    private final StackPane picture = new StackPane();
    private final Region edge = new Region();
    private final Label hint = Controls.label("Enter to insert", "accent-text", "meta-size");
    private final VBox node;
    private boolean drawn;

    /// What a card stands for.
    sealed interface Choice {
        record Layout(SectionKind kind, Variant variant) implements Choice {}

        record Shared(Component component) implements Choice {}
    }

    static SectionPickerCard of(SectionKind kind, Variant variant) {
        return new SectionPickerCard(
                new Choice.Layout(kind, variant),
                kind.category(),
                kind.name(),
                variant.label(),
                kind.description(),
                "pick-" + kind.kind() + "-" + variant.name());
    }

    static SectionPickerCard of(Component component) {
        return new SectionPickerCard(
                new Choice.Shared(component),
                COMPONENTS,
                component.name(),
                ComponentCategories.label(component.category()),
                component.owner() == null ? "component" : "component mine",
                "pick-component-" + component.id());
    }

    private SectionPickerCard(Choice choice, String category, String title, String subtitle, String more, String id) {
        this.choice = choice;
        this.category = category;
        this.words = (title + " " + subtitle + " " + more).toLowerCase(Locale.ROOT);
        picture.getStyleClass().add("picker-picture");
        edge.getStyleClass().add("picker-edge");
        picture.getChildren().add(edge);
        size(choice instanceof Choice.Shared ? COMPONENT_HEIGHT : 120);
        Label name = Controls.label(title, "medium");
        name.setMinWidth(Region.USE_PREF_SIZE);
        hint.setMinWidth(Region.USE_PREF_SIZE);
        Controls.show(hint, false);
        node = new VBox(6, picture, Controls.row(6, name, Controls.label(subtitle, "meta"), Controls.spring(), hint));
        node.getStyleClass().add("picker-card");
        node.setMaxWidth(WIDTH);
        node.setMinWidth(WIDTH);
        node.setId(id);
        node.setAccessibleText(title + ", " + subtitle);
    }

    Choice choice() {
        return choice;
    }

    String category() {
        return category;
    }

    /// Says beside the picture what has to be known before it is taken; the answer closes that again.
    void ask(ScriptQuestion question) {
        forgetQuestion();
        node.getChildren().add(question.node());
        question.focus();
    }

    void forgetQuestion() {
        node.getChildren().removeIf(child -> child.getStyleClass().contains("component-note"));
    }

    Node node() {
        return node;
    }

    String words() {
        return words;
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
