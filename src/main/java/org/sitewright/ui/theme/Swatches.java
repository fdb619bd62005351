package org.sitewright.ui.theme;

import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.sitewright.library.color.Palette;
import org.sitewright.site.Theme;

/// Draws colours as they will be, beside their names.
final class Swatches {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 24;

    private Swatches() {}

    /// The four that a palette is known by: accent, text, sunk ground, page.
    static Node of(Theme theme) {
        Map<String, String> roles = Palette.of(theme).light();
        String loud = theme.tokens().second().isEmpty() ? "text" : "bold";
        return strip(List.of(hex(roles, "accent"), hex(roles, loud), hex(roles, "panel-1"), hex(roles, "bg")));
    }

    static Node one(String hex, int size) {
        Rectangle square = new Rectangle(size, size, Color.web(hex));
        square.setArcWidth(6);
        square.setArcHeight(6);
        square.getStyleClass().add("swatch");
        return square;
    }

    private static Node strip(List<String> colors) {
        Group strip = new Group();
        double each = (double) WIDTH / colors.size();
        for (int i = 0; i < colors.size(); i++) {
            Rectangle part = new Rectangle(i * each, 0, each, HEIGHT);
            part.setFill(Color.web(colors.get(i)));
            strip.getChildren().add(part);
        }
        Rectangle clip = new Rectangle(WIDTH, HEIGHT);
        clip.setArcWidth(8);
        clip.setArcHeight(8);
        strip.setClip(clip);
        return strip;
    }

    private static String hex(Map<String, String> roles, String role) {
        return roles.getOrDefault(role, "#000000");
    }
}
