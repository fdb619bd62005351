package org.sitewright.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.Field;
import org.sitewright.library.FieldType;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Fields;
import org.sitewright.site.Ids;
import org.sitewright.site.RichText;
import org.sitewright.site.Value;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.DragRows;
import org.sitewright.ui.control.OwnKeys;
import org.sitewright.ui.fx.FxThread;

/// The entries of a list field: opened to edit, added, duplicated, moved and deleted.
final class ListControl implements FieldControl {
    private final Field field;
    private final FieldType.ListOf type;
    private final FieldPath path;
    private final FieldControls controls;
    private final Controls kit;
    private final Ids ids;
    private final Listener listener;
    private final VBox rows = new VBox();
    private final Button add;
    private final DragRows drag;
    private final VBox box;
    private final Set<String> open = new HashSet<>();
    private final Map<String, Map<String, FieldControl>> inside = new HashMap<>();
    private final Map<String, Label> titles = new HashMap<>();
    private List<Value.Item> items = List.of();
    private String focus = "";
    private List<String> built = List.of("never");

    ListControl(Field field, FieldType.ListOf type, FieldPath path, FieldControls controls, Listener listener) {
        this.field = field;
        this.type = type;
        this.path = path;
        this.controls = controls;
        this.kit = controls.kit();
        this.ids = controls.ids();
        this.listener = listener;
        this.drag = new DragRows("item:" + path, false, this::drop);
        add = kit.button("Add", "plus", "link");
        add.setId("add-" + field.name());
        Controls.name(add, "Add " + type.item(), "");
        add.setOnAction(event -> {
            Value.Item fresh =
                    new Value.Item(ids.nextItem(), Fields.EMPTY.with(titleField(), new Value.Text(type.item())));
            open.add(fresh.id());
            tell(with(items.size(), fresh));
        });
        rows.getStyleClass().add("item-box");
        box = new VBox(4, Controls.row(8, Controls.label(field.label(), "field-label"), Controls.spring(), add), rows);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(@Nullable Value value) {
        items = value instanceof Value.Items list ? list.items() : List.of();
        add.setDisable(field.max() > 0 && items.size() >= field.max());
        List<String> shape = new ArrayList<>();
        items.forEach(item -> shape.add(item.id() + open.contains(item.id())));
        if (!shape.equals(built)) {
            built = shape;
            build();
        }
        Controls.show(rows, !items.isEmpty());
        for (Value.Item item : items) {
            Label title = titles.get(item.id());
            if (title != null) {
                title.setText(titleOf(item));
            }
            inside.getOrDefault(item.id(), Map.of())
                    .forEach((name, control) ->
                            control.show(item.fields().get(name).orElse(null)));
        }
    }

    private void build() {
        rows.getChildren().clear();
        inside.clear();
        titles.clear();
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                rows.getChildren().add(Controls.hairline());
            }
            rows.getChildren().add(row(items.get(i), i));
            if (open.contains(items.get(i).id())) {
                rows.getChildren().add(fields(items.get(i)));
            }
        }
    }

    private Node row(Value.Item item, int at) {
        Label title = Controls.label(titleOf(item), "medium");
        titles.put(item.id(), title);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button up = small("Move up", "arrow-up");
        up.setDisable(at == 0);
        up.setOnAction(event -> tell(moved(at, at - 1)));
        Button down = small("Move down", "arrow-down");
        down.setDisable(at == items.size() - 1);
        down.setOnAction(event -> tell(moved(at, at + 1)));
        Button copy = small("Duplicate", "copy");
        copy.setOnAction(event -> tell(with(at + 1, new Value.Item(ids.nextItem(), item.fields()))));
        Button delete = small("Delete", "trash-2");
        delete.setOnAction(event -> tell(without(at)));
        HBox tools = Controls.row(2, up, down, copy, delete);
        HBox row = Controls.row(
                4, kit.icons().of(open.contains(item.id()) ? "chevron-down" : "chevron-right"), title, tools);
        row.getStyleClass().add("item-row");
        row.setFocusTraversable(true);
        row.setAccessibleText(titleOf(item));
        row.setOnMouseClicked(event -> toggle(item.id()));
        row.setOnKeyPressed(event -> pressed(event, row, at));
        // Alt with the arrows moves the entry here, not the section.
        OwnKeys.claim(row);
        drag.on(row, row, item::id);
        if (item.id().equals(focus)) {
            focus = "";
            FxThread.later(row::requestFocus);
        }
        // Names have the whole width until somebody reaches for the tools.
        tools.visibleProperty().bind(row.hoverProperty().or(row.focusWithinProperty()));
        tools.managedProperty().bind(tools.visibleProperty());
        return row;
    }

    private void pressed(KeyEvent event, HBox row, int at) {
        if (!row.isFocused()) {
            return;
        }
        boolean moves = event.isAltDown();
        switch (event.getCode()) {
            case ENTER, SPACE -> toggle(items.get(at).id());
            case UP -> step(at, -1, moves);
            case DOWN -> step(at, 1, moves);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int at, int by, boolean moves) {
        int to = at + by;
        if (moves && to >= 0 && to < items.size()) {
            focus = items.get(at).id();
            tell(moved(at, to));
        }
    }

    private boolean drop(String dragged, String onto, DragRows.Part part) {
        Optional<List<Value.Item>> changed = dropped(items, dragged, onto, part);
        changed.ifPresent(this::tell);
        return changed.isPresent();
    }

    /// The entries in their new order; empty when one was dropped where it is, or is not there any more.
    static Optional<List<Value.Item>> dropped(List<Value.Item> items, String dragged, String onto, DragRows.Part part) {
        List<String> order = items.stream().map(Value.Item::id).toList();
        int from = order.indexOf(dragged);
        int beside = order.indexOf(onto);
        if (from < 0 || beside < 0 || part.place(from, beside) == from) {
            return Optional.empty();
        }
        return Optional.of(moved(items, from, part.place(from, beside)));
    }

    private void toggle(String id) {
        if (!open.remove(id)) {
            open.add(id);
        }
        show(new Value.Items(items));
    }

    private Node fields(Value.Item item) {
        VBox fields = new VBox();
        fields.getStyleClass().add("item-fields");
        Map<String, FieldControl> byName = new HashMap<>();
        for (Field each : type.fields()) {
            List<String> steps = new ArrayList<>(path.steps());
            steps.add(item.id());
            steps.add(each.name());
            FieldControl control = controls.of(each, new FieldPath(steps));
            byName.put(each.name(), control);
            fields.getChildren().add(control.node());
        }
        inside.put(item.id(), byName);
        return fields;
    }

    private Button small(String words, String icon) {
        Button button = kit.iconButton(words, icon, "");
        button.getStyleClass().add("small");
        return button;
    }

    private String titleField() {
        return type.title().isEmpty() ? type.fields().getFirst().name() : type.title();
    }

    private String titleOf(Value.Item item) {
        String title = RichText.plain(item.fields().text(titleField())).strip();
        return title.isEmpty() ? type.item() : title;
    }

    private void tell(List<Value.Item> changed) {
        listener.accept(new Value.Items(changed));
    }

    private List<Value.Item> with(int at, Value.Item item) {
        List<Value.Item> changed = new ArrayList<>(items);
        changed.add(at, item);
        return changed;
    }

    private List<Value.Item> without(int at) {
        List<Value.Item> changed = new ArrayList<>(items);
        changed.remove(at);
        return changed;
    }

    private List<Value.Item> moved(int from, int to) {
        return moved(items, from, to);
    }

    private static List<Value.Item> moved(List<Value.Item> items, int from, int to) {
        List<Value.Item> changed = new ArrayList<>(items);
        changed.add(to, changed.remove(from));
        return changed;
    }
}
