package org.sitewright.ui.library;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.sitewright.library.Component;
import org.sitewright.library.component.ComponentCategories;
import org.sitewright.ui.control.Controls;

/// One component in the gallery.
final class ComponentCard {
    static final double WIDTH = 264;
    static final double HEIGHT = 172;

    private final StackPane picture = new StackPane();
    private final Region edge = new Region();
    private final Button node = new Button();

    ComponentCard(Component component, Controls controls, Runnable open) {
        picture.getStyleClass().add("component-picture");
        picture.setMinSize(WIDTH, HEIGHT);
        picture.setMaxSize(WIDTH, HEIGHT);
        edge.getStyleClass().add("thumb-edge");
        picture.getChildren().add(edge);
        String count = component.downloads() == 0
                ? ""
                : component.downloads() == 1 ? "taken once" : "taken " + component.downloads() + " times";
        String kind = ComponentCategories.label(component.category()) + (component.owner() == null ? "" : ", mine");
        VBox words = new VBox(
                2,
                Controls.row(
                        6,
                        Controls.label(component.name(), "medium"),
                        Controls.spring(),
                        component.javascript().isBlank()
                                ? new Region()
                                : controls.icons().of("code")),
                Controls.row(6, Controls.label(kind, "meta"), Controls.spring(), Controls.label(count, "meta")));
        VBox box = new VBox(8, picture, words);
        box.setMaxWidth(WIDTH);
        node.setGraphic(box);
        node.getStyleClass().add("component-card");
        node.setId("component-" + component.id());
        node.setAccessibleText(component.name() + ", " + kind);
        node.setOnAction(event -> open.run());
    }

    Node node() {
        return node;
    }

    void show(Image image) {
        ImageView view = new ImageView(image);
        double natural = image.getHeight() * WIDTH / image.getWidth();
        view.setFitWidth(WIDTH);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        Rectangle clip = new Rectangle(WIDTH, HEIGHT);
        clip.setArcWidth(20);
        clip.setArcHeight(20);
        StackPane holder = new StackPane(view);
        holder.setMinSize(WIDTH, HEIGHT);
        holder.setMaxSize(WIDTH, HEIGHT);
        holder.setClip(clip);
        StackPane.setAlignment(view, natural > HEIGHT ? Pos.TOP_CENTER : Pos.CENTER);
        picture.getChildren().setAll(holder, edge);
    }
}
