package org.sitewright.ui.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;

/// Lets the rows of a panel be dragged onto one another, showing where a row would land.
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
    }

    /// What becomes of a row that was dropped.
    @FunctionalInterface
    public interface Drop {
        /// @return whether it moved
        boolean dropped(String dragged, String onto, Part part);
    }

    /// @param kind tells these rows from those of other panels
    /// @param nests whether a row can be dropped into another
    public DragRows(String kind, boolean nests, Drop drop) {
        this.kind = kind + ":";
        this.nests = nests;
        this.drop = drop;
    }

    /// @param handle what is taken hold of
    public void on(Region row, Node handle, String id) {
        handle.setOnDragDetected(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(kind + id);
            row.startDragAndDrop(TransferMode.MOVE).setContent(content);
            event.consume();
        });
        row.setOnDragOver(event -> {
            if (ours(event)) {
                event.acceptTransferModes(TransferMode.MOVE);
                row.getStyleClass().removeAll(MARKS);
                row.getStyleClass().add(part(row, event).mark);
                event.consume();
            }
        });
        row.setOnDragExited(event -> row.getStyleClass().removeAll(MARKS));
        row.setOnDragDropped(event -> {
            if (ours(event)) {
                String dragged = event.getDragboard().getString().substring(kind.length());
                event.setDropCompleted(!dragged.equals(id) && drop.dropped(dragged, id, part(row, event)));
                event.consume();
            }
        });
    }

    private boolean ours(DragEvent event) {
        String text = event.getDragboard().getString();
        return text != null && text.startsWith(kind);
    }

    private Part part(Region row, DragEvent event) {
        double at = event.getY() / Math.max(1, row.getHeight());
        if (nests && at > 0.3 && at < 0.7) {
            return Part.INSIDE;
        }
        return at < 0.5 ? Part.ABOVE : Part.BELOW;
    }
}
