package org.sitewright.ui.control;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// Lets the rows of a list or panel be dragged onto one another, showing where a row would land.
public final class DragRows {
    private static final Object ROW = new Object();

    private final String kind;
    private final boolean nests;
    private final Drop drop;

    /// Which part of a row another was dropped on.
    public enum Part {
        ABOVE("drop-above"),
        BELOW("drop-below"),
        INSIDE("drop-inside");

        private final String mark;

        Part(String mark) {
            this.mark = mark;
        }

        /// The style of the row that shows it.
        String mark() {
            return mark;
        }

        /// The place of what was dragged once it is taken out of where it was.
        ///
        /// @param from where it was
        /// @param onto the place of the row that it was dropped on
        public int place(int from, int onto) {
            int to = onto + (this == BELOW ? 1 : 0);
            return from < to ? to - 1 : to;
        }
    }

    /// What becomes of a row that was dropped.
    @FunctionalInterface
    public interface Drop {
        /// @return whether it moved
        boolean dropped(String dragged, String onto, Part part);
    }

    /// A row that is under way.
    ///
    /// @param kind of the rows that it came from
    record Carried(String kind, String id) {}

    /// A row of the screen, which may show something else by the next look at it.
    record Row(DragRows rows, Region region, Supplier<String> id) {
        boolean takes(Carried carried) {
            return rows.takes(carried, id.get());
        }

        /// @param scene a point of the scene
        Part part(Point2D scene) {
            return DragRows.part(region.sceneToLocal(scene).getY(), region.getHeight(), rows.nests);
        }
    }

    /// @param kind tells these rows from those of other lists and panels
    /// @param nests whether a row can be dropped into another
    public DragRows(String kind, boolean nests, Drop drop) {
        this.kind = kind;
        this.nests = nests;
        this.drop = drop;
    }

    /// @param handle what is taken hold of
    /// @param id names the row, also when it shows something else later; empty while it shows nothing
    public void on(Region row, Node handle, Supplier<String> id) {
        Row shown = new Row(this, row, id);
        row.getProperties().put(ROW, shown);
        handle.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY
                    && !id.get().isEmpty()
                    && !isOnControl(event, handle)
                    && row.getScene() != null) {
                new RowDrag(row.getScene(), row, carried(id.get()), event).listen();
            }
        });
    }

    /// What is under way when a row is dragged.
    Carried carried(String id) {
        return new Carried(kind, id);
    }

    /// Whether a row takes what is dragged over it: a row of the same kind, and another one.
    boolean takes(Carried carried, String onto) {
        return carried.kind().equals(kind) && !onto.isEmpty() && !carried.id().equals(onto);
    }

    /// @return whether something moved
    boolean letGo(Carried carried, String onto, Part part) {
        return takes(carried, onto) && drop.dropped(carried.id(), onto, part);
    }

    /// Which part of a row a point lies on.
    ///
    /// @param down from its upper edge
    static Part part(double down, double height, boolean nests) {
        double at = down / Math.max(1, height);
        if (nests && at > 0.3 && at < 0.7) {
            return Part.INSIDE;
        }
        return at < 0.5 ? Part.ABOVE : Part.BELOW;
    }

    /// The row that is seen at a point, of whatever kind.
    ///
    /// @param scene a point of the scene
    static Optional<Row> at(Node node, Point2D scene) {
        if (!node.isVisible() || !node.getBoundsInLocal().contains(node.sceneToLocal(scene))) {
            return Optional.empty();
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable().reversed()) {
                Optional<Row> row = at(child, scene);
                if (row.isPresent()) {
                    return row;
                }
            }
        }
        return node.hasProperties() && node.getProperties().get(ROW) instanceof Row row
                ? Optional.of(row)
                : Optional.empty();
    }

    /// Buttons and fields within a row are pressed and written in, not dragged.
    private static boolean isOnControl(MouseEvent event, Node handle) {
        Node node = event.getTarget() instanceof Node target ? target : null;
        for (; node != null && !node.equals(handle); node = node.getParent()) {
            if (node instanceof Control && !(node instanceof Label)) {
                return true;
            }
        }
        return false;
    }
}
