package org.sitewright.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.sitewright.ui.control.DragRows.Carried;
import org.sitewright.ui.control.DragRows.Part;
import org.sitewright.ui.control.DragRows.Row;
import org.sitewright.ui.fx.FxThread;

/// One gesture of the mouse on a row: pressed, carried once the pointer has moved a little, let go on another row.
/// Everything is heard at the scene, as the pressed node may leave it while its list scrolls.
final class RowDrag {
    private static final double SLACK = 5;
    /// Hairlines between rows are no place to miss.
    private static final double HAIR = 2;

    private final Scene scene;
    private final Region row;
    private final Carried carried;
    private final Point2D pressed;
    private final EventHandler<MouseEvent> mouse = this::mouse;
    private final EventHandler<KeyEvent> keys = this::key;
    private final ChangeListener<Boolean> focus = (property, before, focused) -> {
        if (!focused) {
            putBack();
        }
    };
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            scroll.tick(now, pointer);
            mark();
        }
    };
    private final EdgeScroll scroll;
    private State state = State.PRESSED;
    private Point2D pointer;
    private @Nullable Cursor before;
    private @Nullable DragPicture picture;
    private @Nullable Landing landing;

    private enum State {
        PRESSED,
        CARRYING,
        /// Let go or put back; the click that may follow means nothing.
        OVER
    }

    private record Landing(Row row, Part part) {}

    /// @param event the press
    RowDrag(Scene scene, Region row, Carried carried, MouseEvent event) {
        this.scene = scene;
        this.row = row;
        this.carried = carried;
        this.pressed = point(event);
        this.pointer = pressed;
        this.scroll = EdgeScroll.around(row);
    }

    void listen() {
        scene.addEventFilter(MouseEvent.ANY, mouse);
    }

    private void mouse(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            dragged(event);
        } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED && event.getButton() == MouseButton.PRIMARY) {
            released(event);
        } else if (event.getEventType() == MouseEvent.MOUSE_CLICKED) {
            if (state == State.OVER) {
                event.consume();
            }
            leave();
        } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED || event.getEventType() == MouseEvent.MOUSE_MOVED) {
            // The button is up, or another is down: it was let go where nothing of it was heard.
            putBack();
            leave();
        }
    }

    private void dragged(MouseEvent event) {
        pointer = point(event);
        if (state == State.CARRYING) {
            follow();
            event.consume();
        } else if (state == State.PRESSED && pointer.distance(pressed) > SLACK) {
            // The row itself hears of this one, as it must know that it was not clicked.
            take();
        }
    }

    private void take() {
        if (!scene.equals(row.getScene())) {
            leave();
            return;
        }
        state = State.CARRYING;
        if (scene.getRoot() instanceof Pane over) {
            picture = DragPicture.of(row, over);
        }
        before = scene.getCursor();
        scene.setCursor(Cursor.CLOSED_HAND);
        scene.addEventFilter(KeyEvent.ANY, keys);
        window().ifPresent(window -> window.focusedProperty().addListener(focus));
        timer.start();
        follow();
    }

    private void follow() {
        if (picture != null) {
            picture.follow(pointer);
        }
        mark();
    }

    private void released(MouseEvent event) {
        if (state == State.PRESSED) {
            leave();
        } else if (state == State.CARRYING) {
            pointer = point(event);
            mark();
            Optional<Landing> where = Optional.ofNullable(landing);
            putBack();
            event.consume();
            // The click that may follow goes to the rows as they stand, past what hears it here.
            where.ifPresent(there -> {
                String onto = there.row().id().get();
                FxThread.later(() -> there.row().rows().letGo(carried, onto, there.part()));
            });
        }
    }

    private void key(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE) {
            putBack();
        }
        // Nothing else changes what is being moved about.
        event.consume();
    }

    /// Shows where the row would land now.
    private void mark() {
        Landing now = Stream.of(0.0, -HAIR, HAIR)
                .map(aside -> DragRows.at(scene.getRoot(), pointer.add(0, aside)))
                .flatMap(Optional::stream)
                .filter(under -> under.takes(carried))
                .findFirst()
                .map(under -> new Landing(under, under.part(pointer)))
                .orElse(null);
        if (now == null ? landing != null : !now.equals(landing)) {
            unmark();
            landing = now;
            if (now != null) {
                now.row().region().getStyleClass().add(now.part().mark());
            }
        }
    }

    private void unmark() {
        if (landing != null) {
            List<String> styles = landing.row().region().getStyleClass();
            styles.remove(landing.part().mark());
            landing = null;
        }
    }

    /// Ends the carrying, and leaves everything as it was before.
    private void putBack() {
        if (state == State.CARRYING) {
            timer.stop();
            unmark();
            if (picture != null) {
                picture.remove();
            }
            scene.setCursor(before);
            scene.removeEventFilter(KeyEvent.ANY, keys);
            window().ifPresent(window -> window.focusedProperty().removeListener(focus));
            state = State.OVER;
        }
    }

    private void leave() {
        scene.removeEventFilter(MouseEvent.ANY, mouse);
    }

    private Optional<Window> window() {
        return Optional.ofNullable(scene.getWindow());
    }

    private static Point2D point(MouseEvent event) {
        return new Point2D(event.getSceneX(), event.getSceneY());
    }
}
