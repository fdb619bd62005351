package org.sitewright.ui.editor;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.site.Focal;
import org.sitewright.ui.control.Controls;

/// A picture with a dot on what must stay visible, dragged or moved with the arrow keys, and what some shapes show of
/// the picture then.
final class FocalPicker {
    static final double WIDTH = 296;
    private static final double HIGHEST = 240;
    private static final double STEP = 0.02;
    private static final List<Shape> SHAPES =
            List.of(new Shape("Wide", 16, 9), new Shape("Square", 1, 1), new Shape("Tall", 3, 4));

    private final Consumer<Focal> listener;
    private final ImageView picture = new ImageView();
    private final Region dot = new Region();
    private final Pane stage = new Pane(picture, dot);
    private final HBox crops = new HBox(8);
    private final VBox box = new VBox(8, stage, crops);
    private Focal focal;

    private record Shape(String name, double width, double height) {}

    /// @param listener hears of each place where the dot is let go
    FocalPicker(Focal focal, Consumer<Focal> listener) {
        this.focal = focal;
        this.listener = listener;
        picture.setFitWidth(WIDTH);
        picture.setFitHeight(HIGHEST);
        picture.setPreserveRatio(true);
        dot.getStyleClass().add("focal-dot");
        dot.setMouseTransparent(true);
        dot.resize(22, 22);
        dot.setPrefSize(22, 22);
        dot.setVisible(false);
        stage.getStyleClass().add("focal-stage");
        stage.setId("focal-stage");
        stage.setMinSize(WIDTH, 120);
        stage.setFocusTraversable(true);
        stage.setAccessibleText("Focal point. Arrow keys move it.");
        stage.setOnMousePressed(this::toMouse);
        stage.setOnMouseDragged(this::toMouse);
        stage.setOnMouseReleased(event -> listener.accept(this.focal));
        stage.setOnKeyPressed(this::key);
    }

    Node node() {
        return box;
    }

    void show(Image image) {
        picture.setImage(image);
        double scale = Math.min(WIDTH / image.getWidth(), HIGHEST / image.getHeight());
        stage.setMinSize(image.getWidth() * scale, image.getHeight() * scale);
        stage.setMaxSize(image.getWidth() * scale, image.getHeight() * scale);
        crops.getChildren().setAll(SHAPES.stream().map(this::crop).toList());
        dot.setVisible(true);
        show();
    }

    private Node crop(Shape shape) {
        ImageView view = new ImageView(picture.getImage());
        double height = 64;
        view.setFitHeight(height);
        view.setFitWidth(height * shape.width() / shape.height());
        view.setUserData(shape);
        StackPane tile = new StackPane(view);
        tile.getStyleClass().add("picture-tile");
        VBox column = new VBox(4, tile, Controls.label(shape.name(), "meta"));
        column.setFillWidth(false);
        return column;
    }

    private void show() {
        Image image = picture.getImage();
        if (image == null) {
            return;
        }
        dot.relocate(
                focal.x() * stage.getMinWidth() - dot.getPrefWidth() / 2,
                focal.y() * stage.getMinHeight() - dot.getPrefHeight() / 2);
        crops.lookupAll("ImageView").forEach(node -> {
            if (node instanceof ImageView view && view.getUserData() instanceof Shape shape) {
                view.setViewport(viewport(image, shape));
            }
        });
    }

    /// What `object-fit: cover` shows with the focal point as `object-position`.
    private Rectangle2D viewport(Image image, Shape shape) {
        double scale = Math.min(image.getWidth() / shape.width(), image.getHeight() / shape.height());
        double width = shape.width() * scale;
        double height = shape.height() * scale;
        return new Rectangle2D(
                (image.getWidth() - width) * focal.x(), (image.getHeight() - height) * focal.y(), width, height);
    }

    private void toMouse(MouseEvent event) {
        stage.requestFocus();
        set(event.getX() / stage.getMinWidth(), event.getY() / stage.getMinHeight());
        event.consume();
    }

    private void key(KeyEvent event) {
        boolean moved =
                switch (event.getCode()) {
                    case LEFT -> set(focal.x() - STEP, focal.y());
                    case RIGHT -> set(focal.x() + STEP, focal.y());
                    case UP -> set(focal.x(), focal.y() - STEP);
                    case DOWN -> set(focal.x(), focal.y() + STEP);
                    default -> false;
                };
        if (moved) {
            event.consume();
            listener.accept(focal);
        }
    }

    private boolean set(double x, double y) {
        focal = new Focal(rounded(x), rounded(y));
        show();
        return true;
    }

    private static double rounded(double part) {
        return Math.round(Math.clamp(part, 0, 1) * 1000) / 1000.0;
    }
}
