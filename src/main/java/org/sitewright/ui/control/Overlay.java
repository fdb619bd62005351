package org.sitewright.ui.control;

import java.util.function.Predicate;
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

/// Shows one box over a screen, and gives the focus back when it goes. Esc always closes it.
public final class Overlay {
    private static final double GAP = 8;
    private static final String STYLE = "overlay";

    private final StackPane over;
    private final StackPane layer = new StackPane();
    private Predicate<KeyEvent> keys = event -> false;
    private Runnable closed = () -> {};
    private boolean stays;
    private @Nullable Node before;

    /// @param over the root of the screen that it lies on
    public Overlay(StackPane over) {
        this.over = over;
        layer.setOnMousePressed(event -> {
            if (layer.equals(event.getTarget()) && !stays) {
                close();
                event.consume();
            }
        });
        layer.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            } else if (keys.test(event)) {
                event.consume();
            }
        });
    }

    /// Whether any box lies on a screen, which leaves the keys to it then.
    public static boolean covers(StackPane screen) {
        return screen.getChildren().stream()
                .anyMatch(node -> node.getStyleClass().contains(STYLE));
    }

    public Window window() {
        return over.getScene().getWindow();
    }

    public boolean isOpen() {
        return over.getChildren().contains(layer);
    }

    /// @param taken does what a key stands for before the controls of the box get it, and says whether it did
    public void setKeys(Predicate<KeyEvent> taken) {
        keys = taken;
    }

    /// In the middle of a darkened screen, until the mouse is pressed beside it.
    ///
    /// @param focus gets the focus
    /// @param whenClosed called once when the box is gone
    public void show(Region box, Node focus, Runnable whenClosed) {
        darken(Pos.CENTER, new Insets(32), false);
        open(box, whenClosed);
        focus.requestFocus();
    }

    /// The same for what somebody fills in: pressing the mouse beside it loses nothing.
    public void ask(Region box, Node focus, Runnable whenClosed) {
        darken(Pos.CENTER, new Insets(32), true);
        open(box, whenClosed);
        focus.requestFocus();
    }

    /// The same as `show`, always as far below the upper edge, for a box that grows and shrinks.
    public void showBelowTop(Region box, double down, Node focus) {
        darken(Pos.TOP_CENTER, new Insets(down, 40, 40, 40), false);
        open(box, () -> {});
        focus.requestFocus();
    }

    /// Beside a point, wholly within the screen.
    ///
    /// @param point of the scene
    /// @param whenClosed called once when the box is gone
    public void showAt(Region box, Point2D point, Runnable whenClosed) {
        layer.setAlignment(Pos.TOP_LEFT);
        layer.setPadding(Insets.EMPTY);
        layer.getStyleClass().setAll(STYLE);
        stays = false;
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        open(box, whenClosed);
        box.applyCss();
        double width = box.prefWidth(-1);
        double height = box.prefHeight(width);
        Point2D local = over.sceneToLocal(point);
        box.setTranslateX(Math.clamp(local.getX(), GAP, Math.max(GAP, over.getWidth() - width - GAP)));
        box.setTranslateY(Math.clamp(local.getY(), GAP, Math.max(GAP, over.getHeight() - height - GAP)));
    }

    public void close() {
        if (!isOpen()) {
            return;
        }
        Node back = before;
        before = null;
        over.getChildren().remove(layer);
        // What had the focus may be gone by now.
        Node focus = back == null || back.getScene() == null || back.isDisabled() ? over : back;
        focus.requestFocus();
        Runnable then = closed;
        closed = () -> {};
        then.run();
    }

    private void darken(Pos place, Insets room, boolean untilAnswered) {
        layer.setAlignment(place);
        layer.setPadding(room);
        layer.getStyleClass().setAll(STYLE, "scrim");
        stays = untilAnswered;
    }

    private void open(Region box, Runnable whenClosed) {
        close();
        before = over.getScene() == null ? null : over.getScene().getFocusOwner();
        closed = whenClosed;
        box.setTranslateX(0);
        box.setTranslateY(0);
        layer.getChildren().setAll(box);
        over.getChildren().add(layer);
    }
}
