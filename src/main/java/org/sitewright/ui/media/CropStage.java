package org.sitewright.ui.media;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.sitewright.media.MediaCrop;
import org.sitewright.media.MediaItem;
import org.sitewright.ui.media.CropFrame.Grip;

/// A picture with a frame on it that is dragged whole or at its edges and corners; arrow keys move it, with Shift they
/// change its size.
final class CropStage {
    private static final double WIDTH = 640;
    private static final double TALLEST = 400;
    private static final double GRIP = 12;

    private final CropFrame frame;
    private final Runnable changed;
    private final double scale;
    private final ImageView picture = new ImageView();
    private final Region body = new Region();
    private final Map<Grip, Region> grips = new EnumMap<>(Grip.class);
    private final Region[] shades = {new Region(), new Region(), new Region(), new Region()};
    private final Pane root = new Pane(picture);
    private Point2D last = Point2D.ZERO;

    CropStage(MediaItem item, CropFrame frame, Runnable changed) {
        this.frame = frame;
        this.changed = changed;
        this.scale = Math.min(WIDTH / item.width(), TALLEST / item.height());
        picture.setFitWidth(item.width() * scale);
        picture.setFitHeight(item.height() * scale);
        root.setId("crop-stage");
        root.getStyleClass().add("crop-stage");
        root.setMinSize(item.width() * scale, item.height() * scale);
        root.setMaxSize(item.width() * scale, item.height() * scale);
        for (Region shade : shades) {
            shade.getStyleClass().add("crop-shade");
            shade.setMouseTransparent(true);
            shade.setManaged(false);
            root.getChildren().add(shade);
        }
        body.setId("crop-frame");
        body.getStyleClass().add("crop-frame");
        body.setFocusTraversable(true);
        body.setAccessibleText("Part to keep. Arrow keys move it, with Shift they change its size.");
        body.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        add(Grip.BODY, body, Cursor.MOVE);
        for (Grip grip : Grip.values()) {
            if (grip != Grip.BODY) {
                Region handle = new Region();
                handle.setId(
                        "crop-" + grip.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
                handle.getStyleClass().add("crop-grip");
                add(grip, handle, Cursor.cursor(cursor(grip)));
            }
        }
        place();
    }

    Node node() {
        return root;
    }

    void show(Image image) {
        picture.setImage(image);
    }

    void focus() {
        body.requestFocus();
    }

    private void add(Grip grip, Region node, Cursor cursor) {
        node.setCursor(cursor);
        node.setManaged(false);
        node.setOnMousePressed(event -> {
            body.requestFocus();
            last = at(event);
        });
        node.setOnMouseDragged(event -> {
            Point2D now = at(event);
            pull(grip, (now.getX() - last.getX()) / scale, (now.getY() - last.getY()) / scale);
            last = now;
        });
        grips.put(grip, node);
        root.getChildren().add(node);
    }

    private Point2D at(MouseEvent event) {
        return root.sceneToLocal(event.getSceneX(), event.getSceneY());
    }

    private static String cursor(Grip grip) {
        return switch (grip) {
            case BODY -> "MOVE";
            case TOP, BOTTOM -> "V_RESIZE";
            case LEFT, RIGHT -> "H_RESIZE";
            case TOP_LEFT, BOTTOM_RIGHT -> "NW_RESIZE";
            case TOP_RIGHT, BOTTOM_LEFT -> "NE_RESIZE";
        };
    }

    private void pressed(KeyEvent event) {
        KeyCode key = event.getCode();
        double step = Math.max(1, 4 / scale);
        double right = key == KeyCode.RIGHT ? step : key == KeyCode.LEFT ? -step : 0;
        double down = key == KeyCode.DOWN ? step : key == KeyCode.UP ? -step : 0;
        if (right != 0 || down != 0) {
            Grip grip = !event.isShiftDown() ? Grip.BODY : right != 0 ? Grip.RIGHT : Grip.BOTTOM;
            pull(grip, right, down);
            event.consume();
        }
    }

    private void pull(Grip grip, double right, double down) {
        frame.pull(grip, right, down);
        place();
        changed.run();
    }

    void place() {
        MediaCrop.Part part = frame.part();
        double x = part.x() * scale;
        double y = part.y() * scale;
        double width = part.width() * scale;
        double height = part.height() * scale;
        double all = picture.getFitWidth();
        double end = picture.getFitHeight();
        body.resizeRelocate(x, y, width, height);
        grips.forEach((grip, node) -> {
            if (grip != Grip.BODY) {
                node.resizeRelocate(
                        x + width * (1 + grip.across()) / 2 - GRIP / 2,
                        y + height * (1 + grip.down()) / 2 - GRIP / 2,
                        GRIP,
                        GRIP);
            }
        });
        shades[0].resizeRelocate(0, 0, all, y);
        shades[1].resizeRelocate(0, y + height, all, Math.max(0, end - y - height));
        shades[2].resizeRelocate(0, y, x, height);
        shades[3].resizeRelocate(x + width, y, Math.max(0, all - x - width), height);
    }
}
