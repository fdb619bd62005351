package org.sitewright.ui.editor;

import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;

/// Lets the entries of a list field be dragged into order, with a line where they land.
final class ItemDrag {
    private final Region row;
    private final String mark;
    private final int at;

    /// Moves an entry.
    interface Landing {
        /// @param to its place once it is taken out of where it was
        void move(int from, int to);
    }

    private ItemDrag(Region row, String mark, int at) {
        this.row = row;
        this.mark = mark;
        this.at = at;
    }

    /// @param mark tells the rows of one list from those of another
    /// @param at the place of the row in its list
    static void on(Region row, String mark, int at, Landing landing) {
        ItemDrag drag = new ItemDrag(row, mark, at);
        row.setOnDragDetected(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(mark + at);
            var board = row.startDragAndDrop(TransferMode.MOVE);
            board.setContent(content);
            board.setDragView(row.snapshot(null, null));
            event.consume();
        });
        row.setOnDragOver(drag::over);
        row.setOnDragExited(event -> drag.unmark());
        row.setOnDragDropped(event -> {
            drag.unmark();
            int from = drag.from(event);
            if (from >= 0 && from != at) {
                int to = at + (drag.isBelow(event) ? 1 : 0);
                event.setDropCompleted(true);
                event.consume();
                landing.move(from, from < to ? to - 1 : to);
            }
        });
    }

    private void over(DragEvent event) {
        int from = from(event);
        if (from >= 0 && from != at) {
            event.acceptTransferModes(TransferMode.MOVE);
            unmark();
            row.getStyleClass().add(isBelow(event) ? "drop-below" : "drop-above");
            event.consume();
        }
    }

    private int from(DragEvent event) {
        String dragged = event.getDragboard().getString();
        String number = dragged != null && dragged.startsWith(mark) ? dragged.substring(mark.length()) : "";
        return number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : -1;
    }

    private boolean isBelow(DragEvent event) {
        return event.getY() >= row.getHeight() / 2;
    }

    private void unmark() {
        row.getStyleClass().removeAll("drop-above", "drop-below");
    }
}
