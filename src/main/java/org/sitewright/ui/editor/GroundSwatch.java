package org.sitewright.ui.editor;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.RadialGradient;
import javafx.scene.paint.Stop;
import org.sitewright.library.color.Palette;
import org.sitewright.site.SectionStyle.Background;
import org.sitewright.site.Theme;

/// Small pictures of what a section can lie on, in the colours of the site.
final class GroundSwatch {
    static final double WIDTH = 39;
    static final double HEIGHT = 30;

    private final Map<String, String> colors;

    GroundSwatch(Theme theme) {
        Palette palette = Palette.of(theme);
        this.colors = theme.mode() == Theme.ColorMode.DARK ? palette.dark() : palette.light();
    }

    Node of(Background background) {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setFill(ground(background));
        pen.fillRoundRect(0, 0, WIDTH, HEIGHT, 8, 8);
        if (background instanceof Background.Pattern(String name)) {
            pattern(name, pen);
        }
        return canvas;
    }

    /// The ground alone in a size of its own.
    Node of(Background background, double width, double height) {
        Canvas canvas = new Canvas(width, height);
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setFill(ground(background));
        pen.fillRoundRect(0, 0, width, height, 6, 6);
        pen.setStroke(Color.gray(0.5, 0.45));
        pen.strokeRoundRect(0.5, 0.5, width - 1, height - 1, 6, 6);
        return canvas;
    }

    private Color color(String role) {
        return Color.web(colors.getOrDefault(role, "#888888"));
    }

    private Color mixed(String role, double part) {
        return color("bg").interpolate(color(role), part);
    }

    private Paint ground(Background background) {
        return switch (background) {
            case Background.None() -> color("bg");
            case Background.Role(String role) -> color(role.equals("plain") ? "bg" : role);
            case Background.Gradient(String name) -> gradient(name);
            case Background.Pattern(String name) -> color("bg");
            case Background.Picture picture -> color("night");
        };
    }

    // The stops are stronger than on the page, since so small a picture would look plain otherwise.
    private Paint gradient(String name) {
        Color strong = mixed("accent", 0.45);
        Color bg = color("bg");
        return switch (name) {
            case "dawn" -> vertical(strong, bg);
            case "dusk" -> vertical(bg, strong);
            case "glow" -> radial(0.5, 0, strong, bg);
            case "mist" ->
                new LinearGradient(
                        0,
                        0,
                        1,
                        1,
                        true,
                        CycleMethod.NO_CYCLE,
                        List.of(new Stop(0, color("surface")), new Stop(1, color("sunk"))));
            default -> radial(0.85, 0.2, strong, bg);
        };
    }

    private static Paint vertical(Color top, Color bottom) {
        return new LinearGradient(
                0, 0, 0, 1, true, CycleMethod.NO_CYCLE, List.of(new Stop(0, top), new Stop(1, bottom)));
    }

    private static Paint radial(double x, double y, Color inside, Color outside) {
        return new RadialGradient(
                0, 0, x, y, 0.8, true, CycleMethod.NO_CYCLE, List.of(new Stop(0, inside), new Stop(1, outside)));
    }

    private void pattern(String name, GraphicsContext pen) {
        pen.setStroke(mixed("text", 0.3));
        pen.setFill(mixed("text", 0.3));
        pen.setLineWidth(1);
        for (double x = 3; x < WIDTH; x += 8) {
            for (double y = 3; y < HEIGHT; y += 8) {
                mark(name, pen, x, y);
            }
        }
    }

    private static void mark(String name, GraphicsContext pen, double x, double y) {
        switch (name) {
            case "dots" -> pen.fillOval(x, y, 2, 2);
            case "grid" -> pen.strokeRect(x - 3.5, y - 3.5, 8, 8);
            case "lines" -> pen.strokeLine(x - 3, y + 5, x + 5, y - 3);
            case "cross" -> {
                pen.strokeLine(x - 2, y + 0.5, x + 2, y + 0.5);
                pen.strokeLine(x + 0.5, y - 2, x + 0.5, y + 2);
            }
            default -> pen.strokeOval(x - 3, y - 1, 8, 8);
        }
    }
}
