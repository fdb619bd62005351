package org.sitewright.ui.editor;

import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Shows one box over a screen until Esc is pressed or the mouse is pressed beside it, and gives the focus back then.
final class Overlay {
    private static final double GAP = 8;

    private final StackPane over;
    private final StackPane layer = new StackPane();
    private Runnable closed = () -> {};
    private @Nullable Node before;

    Overlay(StackPane over) {
        this.over = over;
        layer.setOnMousePressed(event -> {
            if (layer.equals(event.getTarget())) {
                close();
                event.consume();
            }
        });
        layer.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    Window window() {
        return over.getScene().getWindow();
    }

    boolean isOpen() {
        return over.getChildren().contains(layer);
    }

    /// In the middle, on a darkened screen.
    void showCentred(Region box) {
        layer.setAlignment(Pos.CENTER);
        layer.setPadding(new Insets(40));
        layer.getStyleClass().setAll("scrim");
        box.setTranslateX(0);
        box.setTranslateY(0);
        open(box, () -> {});
    }

    /// Beside a point, wholly within the screen.
    ///
    /// @param point of the scene
    /// @param whenClosed called once when the box is gone
    void showAt(Region box, Point2D point, Runnable whenClosed) {
        layer.setAlignment(Pos.TOP_LEFT);
        layer.setPadding(Insets.EMPTY);
        layer.getStyleClass().clear();
        open(box, whenClosed);
        box.applyCss();
        double width = box.prefWidth(-1);
        double height = box.prefHeight(width);
        Point2D local = over.sceneToLocal(point);
        box.setTranslateX(Math.clamp(local.getX(), GAP, Math.max(GAP, over.getWidth() - width - GAP)));
        box.setTranslateY(Math.clamp(local.getY(), GAP, Math.max(GAP, over.getHeight() - height - GAP)));
    }

    void close() {
        if (!isOpen()) {
            return;
        }
        over.getChildren().remove(layer);
        Node back = before;
        before = null;
        if (back != null) {
            back.requestFocus();
        }
        Runnable then = closed;
        closed = () -> {};
        then.run();
    }

    private void open(Region box, Runnable whenClosed) {
        close();
        before = over.getScene() == null ? null : over.getScene().getFocusOwner();
        closed = whenClosed;
        layer.getChildren().setAll(box);
        over.getChildren().add(layer);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }
}
