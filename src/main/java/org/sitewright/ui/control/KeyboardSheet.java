package org.sitewright.ui.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Every shortcut of a screen on one sheet, read from the list that the keyboard itself follows.
public final class KeyboardSheet {
    private static final int COLUMNS = 3;
    private static final double WIDTH = 290;

    private KeyboardSheet() {}

    /// @param over the root of the screen
    public static void show(Actions actions, Controls kit, StackPane over) {
        Overlay overlay = new Overlay(over);
        HBox columns = columns(actions);
        Button close = kit.iconButton("Close", "x", "Esc");
        close.setOnAction(event -> overlay.close());
        HBox head = Controls.row(8, Controls.label("Keyboard", "group-title"), Controls.spring(), close);
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(12, head, scroll);
        box.getStyleClass().addAll("dialog-box", "keyboard-sheet");
        box.setId("keyboard-sheet");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        overlay.show(box, close, () -> {});
        // As tall as what stands on it; it scrolls where the window is not.
        scroll.applyCss();
        scroll.setPrefViewportHeight(Math.ceil(columns.prefHeight(-1)));
    }

    private static HBox columns(Actions actions) {
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
        List<VBox> made = new ArrayList<>();
        for (int i = 0; i < Math.min(COLUMNS, groups.size()); i++) {
            VBox column = new VBox(22);
            column.setMinWidth(WIDTH);
            column.setPrefWidth(WIDTH);
            made.add(column);
        }
        // Each group goes where there is most room.
        groups.values().forEach(group -> made.stream()
                .min(Comparator.comparingInt(KeyboardSheet::lines))
                .orElseThrow()
                .getChildren()
                .add(group));
        HBox columns = new HBox(40);
        columns.setPadding(new Insets(0, 14, 0, 0));
        columns.getChildren().addAll(made);
        return columns;
    }

    private static VBox group(String name) {
        VBox group = new VBox(2, Controls.label(name, "emphasis"));
        group.setUserData(name);
        return group;
    }

    private static HBox row(Actions.Action action, VBox group) {
        HBox row = Controls.row(8, Controls.label(action.label(), "keyboard-words"), Controls.spring());
        row.setMinHeight(28);
        group.getChildren().add(row);
        return row;
    }

    private static int lines(VBox column) {
        return column.getChildren().stream()
                .mapToInt(group -> ((VBox) group).getChildren().size() + 1)
                .sum();
    }
}
