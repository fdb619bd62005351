package org.sitewright.ui.menu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sitewright.edit.MenuCommands.Landing;
import org.sitewright.site.MenuItem;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.DragRows;
import org.sitewright.ui.menu.MenuViewModel.Entry;

/// The entries of a menu of one's own, in two levels: dragged, moved by keys, opened to be changed.
final class MenuRows {
    private static final int STEP = 60;

    private final MenuViewModel model;
    private final Controls controls;
    private final VBox root = new VBox();
    private final DragRows drag;
    private final Map<String, Row> rows = new HashMap<>();
    private List<String> built = List.of("never");
    private String focus = "";
    private int most = STEP;

    /// The parts of one entry that change while it stands.
    private record Row(HBox head, Label words, Label broken, TextField label, TargetField target) {}

    MenuRows(MenuViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.drag = new DragRows(
                "menu-entry",
                true,
                (moved, onto, part) -> model.place(
                        moved,
                        onto,
                        switch (part) {
                            case ABOVE -> Landing.BEFORE;
                            case BELOW -> Landing.AFTER;
                            case INSIDE -> Landing.UNDER;
                        }));
        root.getStyleClass().add("item-box");
        root.setId("menu-rows");
    }

    Node root() {
        return root;
    }

    void show() {
        List<Entry> entries = model.entries();
        List<String> shape = new ArrayList<>();
        List<Entry> seen = entries.subList(0, Math.min(entries.size(), most));
        shape.add(String.valueOf(entries.size()));
        seen.forEach(entry -> shape.add(
                entry.item().id() + entry.under() + model.isOpen(entry.item().id())));
        if (!shape.equals(built)) {
            built = shape;
            build(seen, entries.size());
        }
        for (Entry entry : seen) {
            Row row = rows.get(entry.item().id());
            if (row != null) {
                show(entry, row);
            }
        }
    }

    private void show(Entry entry, Row row) {
        row.words().setText(entry.words());
        row.broken().setText(entry.broken());
        Controls.show(row.broken(), !entry.broken().isEmpty());
        row.head()
                .setAccessibleText(entry.words() + (entry.under() ? ", second level" : "") + ", leads to "
                        + entry.leads() + (entry.broken().isEmpty() ? "" : ". " + entry.broken()));
        if (!row.label().isFocused()
                && !row.label().getText().equals(entry.item().label())) {
            row.label().setText(entry.item().label());
        }
        row.label().setPromptText(entry.words());
        row.target().show(model.site(), entry.item().target());
    }

    private void build(List<Entry> entries, int all) {
        root.getChildren().clear();
        rows.clear();
        for (Entry entry : entries) {
            if (!root.getChildren().isEmpty()) {
                root.getChildren().add(Controls.hairline());
            }
            Row row = row(entry);
            rows.put(entry.item().id(), row);
            VBox whole = new VBox(row.head(), row.broken());
            if (model.isOpen(entry.item().id())) {
                VBox fields = new VBox(
                        Controls.field("Label", row.label()), row.target().root());
                fields.getStyleClass().add("item-fields");
                whole.getChildren().add(fields);
            }
            root.getChildren().add(whole);
        }
        if (all > entries.size()) {
            Button more = controls.button("Show more of " + all + " entries", "chevron-down", "flat");
            more.setId("menu-more");
            more.setMaxWidth(Double.MAX_VALUE);
            more.setOnAction(event -> {
                most += STEP;
                show();
            });
            root.getChildren().addAll(Controls.hairline(), more);
        }
        Row focused = rows.get(focus);
        if (focused != null) {
            focused.head().requestFocus();
        }
        focus = "";
    }

    private Row row(Entry entry) {
        String id = entry.item().id();
        Label words = Controls.label(entry.words(), "medium");
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label broken = Controls.label(entry.broken(), "field-error", "menu-broken");
        broken.setWrapText(true);
        HBox head = head(entry, words);
        TextField label = new TextField(entry.item().label());
        label.setId("menu-label");
        TargetField target = new TargetField("Leads to", false, chosen -> {
            MenuItem now = now(id);
            model.change(now, now.label(), chosen);
        });
        label.textProperty().addListener((property, before, after) -> {
            MenuItem now = now(id);
            if (!now.label().equals(after)) {
                model.change(now, after, now.target());
            }
        });
        return new Row(head, words, broken, label, target);
    }

    private HBox head(Entry entry, Label words) {
        String id = entry.item().id();
        Button in = tool(
                entry.under() ? "Out of the entry above" : "Under the entry before",
                entry.under() ? "indent-decrease" : "indent-increase",
                entry.under() ? "Alt+←" : "Alt+→");
        in.setOnAction(event -> keep(id, () -> nest(entry)));
        Button up = tool("Move up", "arrow-up", "Alt+↑");
        up.setOnAction(event -> keep(id, () -> model.move(id, -1)));
        Button down = tool("Move down", "arrow-down", "Alt+↓");
        down.setOnAction(event -> keep(id, () -> model.move(id, 1)));
        Button delete = tool("Delete", "trash-2", "Del");
        delete.setOnAction(event -> model.remove(id));
        HBox tools = Controls.row(2, in, up, down, delete);
        HBox row = Controls.row(6, controls.icons().of("grip-vertical", 14), words, tools);
        row.getStyleClass().add("item-row");
        if (entry.under()) {
            row.getStyleClass().add("second-level");
        }
        row.setId(
                "menu-entry-" + entry.words().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        row.setFocusTraversable(true);
        row.setOnMouseClicked(event -> keep(id, () -> toggle(id)));
        row.setOnKeyPressed(event -> key(event, row, entry));
        drag.on(row, row, () -> id);
        tools.visibleProperty().bind(row.hoverProperty().or(row.focusWithinProperty()));
        tools.managedProperty().bind(tools.visibleProperty());
        return row;
    }

    private void key(KeyEvent event, HBox row, Entry entry) {
        if (!row.isFocused()) {
            return;
        }
        String id = entry.item().id();
        boolean alt = event.isAltDown();
        boolean done =
                switch (event.getCode()) {
                    case ENTER, SPACE -> keep(id, () -> toggle(id));
                    case DELETE -> keep("", () -> model.remove(id));
                    case UP -> alt && keep(id, () -> model.move(id, -1));
                    case DOWN -> alt && keep(id, () -> model.move(id, 1));
                    case RIGHT -> alt && keep(id, () -> model.nest(id));
                    case LEFT -> alt && keep(id, () -> model.unnest(id));
                    default -> false;
                };
        if (done) {
            event.consume();
        }
    }

    /// Does something that may make the rows anew, and leaves the entry focused.
    private boolean keep(String id, Runnable action) {
        focus = id;
        action.run();
        focus = "";
        return true;
    }

    private void toggle(String id) {
        model.toggle(id);
        show();
    }

    private void nest(Entry entry) {
        if (entry.under()) {
            model.unnest(entry.item().id());
        } else {
            model.nest(entry.item().id());
        }
    }

    private MenuItem now(String id) {
        return model.entries().stream()
                .map(Entry::item)
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the entry of this row is gone"));
    }

    private Button tool(String words, String icon, String keys) {
        Button button = controls.iconButton(words, icon, keys);
        button.getStyleClass().add("small");
        return button;
    }
}
