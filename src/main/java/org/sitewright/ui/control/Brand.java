package org.sitewright.ui.control;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// The mark and name of the program.
public final class Brand {
    private Brand() {}

    public static Node of() {
        return Controls.row(10, mark(28), Controls.label("Sitewright", "brand"));
    }

    /// A page with a picture and two lines.
    public static Node mark(double size) {
        double unit = size / 28;
        Rectangle ground = rectangle(0, 0, 28, 28, unit);
        ground.setArcWidth(14 * unit);
        ground.setArcHeight(14 * unit);
        ground.getStyleClass().add("brand-ground");
        Group lines = new Group(
                ground,
                white(rectangle(7, 8, 5, 12, unit)),
                white(rectangle(14, 8, 7, 2.6, unit)),
                white(rectangle(14, 12.7, 7, 2.6, unit)),
                white(rectangle(14, 17.4, 7, 2.6, unit)));
        StackPane box = new StackPane(lines);
        box.setMinSize(size, size);
        box.setMaxSize(size, size);
        return box;
    }

    private static Rectangle rectangle(double x, double y, double width, double height, double unit) {
        return new Rectangle(x * unit, y * unit, width * unit, height * unit);
    }

    private static Rectangle white(Rectangle rectangle) {
        rectangle.setFill(Color.WHITE);
        return rectangle;
    }
}
