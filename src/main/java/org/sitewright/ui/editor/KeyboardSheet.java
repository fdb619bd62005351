package org.sitewright.ui.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sitewright.ui.control.Actions;
import org.sitewright.ui.control.Controls;

/// Every shortcut of a screen on one sheet, read from the list that the keyboard itself follows.
final class KeyboardSheet {
    private static final int COLUMNS = 3;

    private KeyboardSheet() {}

    static void show(Actions actions, Controls kit, Overlay overlay) {
        Map<String, VBox> groups = new LinkedHashMap<>();
        Map<String, HBox> rows = new LinkedHashMap<>();
        for (Actions.Action action : actions.all()) {
            if (action.shortcut().isPresent()) {
                VBox group = groups.computeIfAbsent(action.group(), KeyboardSheet::group);
                // What has several keys has one row.
                rows.computeIfAbsent(action.group() + "/" + action.label(), name -> row(action, group))
                        .getChildren()
                        .add(Controls.label(action.keys(), "key-cap"));
            }
        }
        HBox columns = new HBox(40);
        columns.setPadding(new Insets(0, 14, 0, 0));
        for (int i = 0; i < COLUMNS; i++) {
            VBox column = new VBox(22);
            column.setPrefWidth(290);
            columns.getChildren().add(column);
        }
        // Each group goes where there is most room.
        groups.values().forEach(group -> lowest(columns).getChildren().add(group));
        Button close = kit.iconButton("Close", "x", "Esc");
        close.setOnAction(event -> overlay.close());
        HBox head = Controls.row(8, Controls.label("Keyboard", "title-4"), Controls.spring(), close);
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(16, head, scroll);
        box.getStyleClass().addAll("dialog-box", "keyboard-sheet");
        box.setId("keyboard-sheet");
        overlay.showCentred(box);
        close.requestFocus();
    }

    private static VBox group(String name) {
        VBox group = new VBox(2, Controls.label(name, "group-title"));
        group.setUserData(name);
        return group;
    }

    private static HBox row(Actions.Action action, VBox group) {
        HBox row = Controls.row(8, Controls.label(action.label(), "keyboard-words"), Controls.spring());
        row.setMinHeight(28);
        group.getChildren().add(row);
        return row;
    }

    private static VBox lowest(HBox columns) {
        List<VBox> all = columns.getChildren().stream().map(VBox.class::cast).toList();
        return all.stream()
                .min(java.util.Comparator.comparingInt(KeyboardSheet::lines))
                .orElseThrow();
    }

    private static int lines(VBox column) {
        return column.getChildren().stream()
                .mapToInt(group -> ((VBox) group).getChildren().size() + 1)
                .sum();
    }
}
