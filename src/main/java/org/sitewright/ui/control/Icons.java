package org.sitewright.ui.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Scale;
import org.sitewright.library.Catalogue;

/// Draws the catalogue's line icons. Their colour follows the text around them through CSS (`.icon-line`).
public final class Icons {
    private static final double GRID = 24;
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b([a-z0-9]+)=\"([^\"]*)\"");
    private static final Pattern ELEMENT = Pattern.compile("<(path|circle|ellipse|rect|line|polyline)\\b([^>]*)>");

    private final Catalogue catalogue;
    private final Map<String, List<Stroke>> read = new HashMap<>();

    /// One stroke of an icon, as its file has it.
    private record Stroke(String element, Map<String, String> attributes) {}

    public Icons(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// An icon of 16 pixels.
    public Node of(String name) {
        return of(name, 16);
    }

    /// @param size of its square, in pixels
    public Node of(String name, double size) {
        Group lines = new Group();
        // An invisible square keeps every icon on the same grid.
        Rectangle square = new Rectangle(GRID, GRID);
        square.setOpacity(0);
        lines.getChildren().add(square);
        for (Stroke stroke : read.computeIfAbsent(name, this::read)) {
            Shape shape = shape(stroke.element(), stroke.attributes());
            shape.getStyleClass().add("icon-line");
            lines.getChildren().add(shape);
        }
        lines.getTransforms().add(new Scale(size / GRID, size / GRID));
        StackPane box = new StackPane(new Group(lines));
        box.getStyleClass().add("icon");
        box.setMinSize(size, size);
        box.setPrefSize(size, size);
        box.setMaxSize(size, size);
        box.setMouseTransparent(true);
        return box;
    }

    private List<Stroke> read(String name) {
        List<Stroke> strokes = new ArrayList<>();
        Matcher element = ELEMENT.matcher(catalogue.icon(name).orElse(""));
        while (element.find()) {
            Map<String, String> attributes = new HashMap<>();
            Matcher attribute = ATTRIBUTE.matcher(element.group(2));
            while (attribute.find()) {
                attributes.put(attribute.group(1), attribute.group(2));
            }
            strokes.add(new Stroke(element.group(1), attributes));
        }
        return strokes;
    }

    /// A space as wide as an icon.
    public static Region blank(double size) {
        Region region = new Region();
        region.setMinSize(size, size);
        region.setPrefSize(size, size);
        return region;
    }

    private static Shape shape(String element, Map<String, String> attributes) {
        return switch (element) {
            case "circle" -> new Circle(number(attributes, "cx"), number(attributes, "cy"), number(attributes, "r"));
            case "ellipse" ->
                new Ellipse(
                        number(attributes, "cx"),
                        number(attributes, "cy"),
                        number(attributes, "rx"),
                        number(attributes, "ry"));
            case "line" ->
                new Line(
                        number(attributes, "x1"),
                        number(attributes, "y1"),
                        number(attributes, "x2"),
                        number(attributes, "y2"));
            case "rect" -> {
                Rectangle rectangle = new Rectangle(
                        number(attributes, "x"),
                        number(attributes, "y"),
                        number(attributes, "width"),
                        number(attributes, "height"));
                rectangle.setArcWidth(number(attributes, "rx") * 2);
                rectangle.setArcHeight(number(attributes, "rx") * 2);
                yield rectangle;
            }
            case "polyline" -> {
                Polyline line = new Polyline();
                for (String each : text(attributes, "points").strip().split("[\\s,]+")) {
                    line.getPoints().add(Double.valueOf(each));
                }
                yield line;
            }
            default -> {
                SVGPath path = new SVGPath();
                path.setContent(text(attributes, "d"));
                yield path;
            }
        };
    }

    private static double number(Map<String, String> attributes, String name) {
        String text = text(attributes, name);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    private static String text(Map<String, String> attributes, String name) {
        return attributes.getOrDefault(name, "");
    }
}
