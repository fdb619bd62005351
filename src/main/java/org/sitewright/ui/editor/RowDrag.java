package org.sitewright.ui.editor;

import java.util.function.Function;
import javafx.scene.control.ListCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Lets the rows of a list be dragged into order, with a line where they land.
final class RowDrag<T> {
    private final ListCell<T> cell;
    private final String mark;
    private final Function<T, String> name;
    private final Landing<T> landing;

    /// Moves what was dragged.
    interface Landing<T> {
        /// @param dragged the name of what was dragged
        /// @param below whether it landed below the row, rather than above it
        /// @return whether it moved
        boolean drop(String dragged, T row, boolean below);
    }

    private RowDrag(ListCell<T> cell, String mark, Function<T, String> name, Landing<T> landing) {
        this.cell = cell;
        this.mark = mark;
        this.name = name;
        this.landing = landing;
    }

    /// @param mark tells the rows of one list from those of another
    /// @param name of a row, which `landing` gets back
    static <T> void on(ListCell<T> cell, String mark, Function<T, String> name, Landing<T> landing) {
        RowDrag<T> drag = new RowDrag<>(cell, mark, name, landing);
        cell.setOnDragDetected(event -> {
            if (cell.getItem() != null) {
                ClipboardContent content = new ClipboardContent();
                content.putString(mark + name.apply(cell.getItem()));
                var board = cell.startDragAndDrop(TransferMode.MOVE);
                board.setContent(content);
                board.setDragView(cell.snapshot(null, null));
                event.consume();
            }
        });
        cell.setOnDragOver(drag::over);
        cell.setOnDragExited(event -> drag.unmark());
        cell.setOnDragDropped(drag::drop);
    }

    private void over(DragEvent event) {
        if (isOurs(event)) {
            event.acceptTransferModes(TransferMode.MOVE);
            unmark();
            cell.getStyleClass().add(isBelow(event) ? "drop-below" : "drop-above");
        }
        event.consume();
    }

    private void drop(DragEvent event) {
        unmark();
        T row = cell.getItem();
        if (isOurs(event) && row != null) {
            String dragged = event.getDragboard().getString().substring(mark.length());
            event.setDropCompleted(landing.drop(dragged, row, isBelow(event)));
            event.consume();
        }
    }

    private boolean isOurs(DragEvent event) {
        String dragged = event.getDragboard().getString();
        return dragged != null
                && dragged.startsWith(mark)
                && cell.getItem() != null
                && !dragged.equals(mark + name.apply(cell.getItem()));
    }

    private boolean isBelow(DragEvent event) {
        return event.getY() >= cell.getHeight() / 2;
    }

    private void unmark() {
        cell.getStyleClass().removeAll("drop-above", "drop-below");
    }
}
