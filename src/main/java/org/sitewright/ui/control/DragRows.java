package org.sitewright.ui.control;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Lets the rows of a list or panel be dragged onto one another, showing where a row would land.
public final class DragRows {
    private static final List<String> MARKS = List.of("drop-above", "drop-below", "drop-inside");

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

    /// @param kind tells these rows from those of other lists and panels
    /// @param nests whether a row can be dropped into another
    public DragRows(String kind, boolean nests, Drop drop) {
        this.kind = kind + ":";
        this.nests = nests;
        this.drop = drop;
    }

    /// @param handle what is taken hold of
    /// @param id names the row, also when it shows something else later; empty while it shows nothing
    public void on(Region row, Node handle, Supplier<String> id) {
        handle.setOnDragDetected(event -> {
            if (!id.get().isEmpty()) {
                ClipboardContent content = new ClipboardContent();
                content.putString(carried(id.get()));
                Dragboard board = row.startDragAndDrop(TransferMode.MOVE);
                board.setContent(content);
                board.setDragView(row.snapshot(null, null));
                event.consume();
            }
        });
        row.setOnDragOver(event -> {
            if (takes(event.getDragboard().getString(), id.get())) {
                event.acceptTransferModes(TransferMode.MOVE);
                row.getStyleClass().removeAll(MARKS);
                row.getStyleClass().add(part(row, event).mark);
                event.consume();
            }
        });
        row.setOnDragExited(event -> row.getStyleClass().removeAll(MARKS));
        row.setOnDragDropped(event -> {
            row.getStyleClass().removeAll(MARKS);
            String board = event.getDragboard().getString();
            if (takes(board, id.get())) {
                event.setDropCompleted(letGo(board, id.get(), part(row, event)));
                event.consume();
            }
        });
    }

    /// What a dragged row has on the drag board.
    String carried(String id) {
        return kind + id;
    }

    /// Whether a row takes what is dragged over it: a row of the same kind, and another one.
    boolean takes(@Nullable String board, String onto) {
        return board != null
                && board.startsWith(kind)
                && !onto.isEmpty()
                && !board.substring(kind.length()).equals(onto);
    }

    /// @return whether something moved
    boolean letGo(String board, String onto, Part part) {
        return takes(board, onto) && drop.dropped(board.substring(kind.length()), onto, part);
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

    private Part part(Region row, DragEvent event) {
        return part(event.getY(), row.getHeight(), nests);
    }
}
