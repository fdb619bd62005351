package org.sitewright.ui.media;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.sitewright.media.MediaItem;
import org.sitewright.site.Focal;

/// A picture with the dot that stays visible when it is cut to fit: dragged, clicked, or moved by arrow keys.
final class FocalPicture {
    private static final double WIDTH = 270;
    private static final double TALLEST = 240;
    private static final double STEP = 0.02;

    private final Consumer<Focal> chosen;
    private final ImageView picture = new ImageView();
    private final Region dot = new Region();
    private final Pane root = new Pane(picture, dot);
    private double width = WIDTH;
    private double height = TALLEST;
    private Focal focal = Focal.CENTRE;

    FocalPicture(Consumer<Focal> chosen) {
        this.chosen = chosen;
        root.setId("media-focal");
        root.getStyleClass().add("focal-picture");
        root.setFocusTraversable(true);
        root.setAccessibleText("Focal point: arrow keys move it");
        Tooltip.install(root, new Tooltip("Drag the dot to what must stay visible"));
        dot.getStyleClass().add("focal-dot");
        dot.setMouseTransparent(true);
        root.addEventHandler(MouseEvent.MOUSE_PRESSED, this::moved);
        root.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::moved);
        root.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> chosen.accept(focal));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    Node node() {
        return root;
    }

    void show(MediaItem item, @Nullable Image image) {
        double ratio = item.height() == 0 ? 1 : (double) item.width() / item.height();
        width = Math.min(WIDTH, TALLEST * ratio);
        height = width / ratio;
        picture.setImage(image);
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        root.setMinSize(width, height);
        root.setMaxSize(width, height);
        focal = item.focal();
        place();
    }

    private void moved(MouseEvent event) {
        root.requestFocus();
        focal = new Focal(Math.clamp(event.getX() / width, 0, 1), Math.clamp(event.getY() / height, 0, 1));
        place();
    }

    private void pressed(KeyEvent event) {
        KeyCode key = event.getCode();
        double right = key == KeyCode.RIGHT ? STEP : key == KeyCode.LEFT ? -STEP : 0;
        double down = key == KeyCode.DOWN ? STEP : key == KeyCode.UP ? -STEP : 0;
        if (right != 0 || down != 0) {
            focal = new Focal(Math.clamp(focal.x() + right, 0, 1), Math.clamp(focal.y() + down, 0, 1));
            place();
            chosen.accept(focal);
            event.consume();
        }
    }

    private void place() {
        dot.resizeRelocate(focal.x() * width - 8, focal.y() * height - 8, 16, 16);
    }
}
