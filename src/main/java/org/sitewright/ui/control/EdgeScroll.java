package org.sitewright.ui.control;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/// Scrolls the list or panel that rows stand in while one of them is carried near its upper or lower edge.
final class EdgeScroll {
    private static final double ZONE = 28;
    /// Pixels in a second at the very edge and beyond it.
    private static final double FASTEST = 700;
    private static final double SECOND = 1e9;
    /// A screen that stood still for long does not leap.
    private static final double LONGEST = 0.1;

    private final @Nullable Node around;
    private long last;

    private EdgeScroll(@Nullable Node around) {
        this.around = around;
    }

    /// What scrolls nearest around a row; nothing when nothing does.
    static EdgeScroll around(Node row) {
        Node node = row.getParent();
        while (node != null && !(node instanceof ListView) && !(node instanceof ScrollPane)) {
            node = node.getParent();
        }
        return new EdgeScroll(node);
    }

    /// How fast to scroll, in pixels a second, downwards when positive.
    ///
    /// @param at of the pointer, in the same direction as both edges
    static double speed(double at, double top, double bottom) {
        double zone = Math.min(ZONE, (bottom - top) / 4);
        if (zone <= 0) {
            return 0;
        }
        double up = Math.clamp((top + zone - at) / zone, 0, 1);
        double down = Math.clamp((at - bottom + zone) / zone, 0, 1);
        return (down - up) * FASTEST;
    }

    /// @param now nanoseconds of the screen's clock
    /// @param pointer in the scene
    void tick(long now, Point2D pointer) {
        double seconds = last == 0 ? 0 : Math.min(LONGEST, (now - last) / SECOND);
        last = now;
        if (around == null) {
            return;
        }
        Bounds bounds = around.localToScene(around.getLayoutBounds());
        if (pointer.getX() < bounds.getMinX() || pointer.getX() > bounds.getMaxX()) {
            return;
        }
        double by = speed(pointer.getY(), bounds.getMinY(), bounds.getMaxY()) * seconds;
        if (by != 0) {
            scroll(around, by);
        }
    }

    private static void scroll(Node around, double by) {
        if (around instanceof ScrollPane pane && pane.getContent() != null) {
            double room = pane.getContent().getLayoutBounds().getHeight()
                    - pane.getViewportBounds().getHeight();
            if (room > 0) {
                double range = pane.getVmax() - pane.getVmin();
                pane.setVvalue(Math.clamp(pane.getVvalue() + by / room * range, pane.getVmin(), pane.getVmax()));
            }
        } else if (around.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollPixels(by);
        }
    }
}
