package org.sitewright.ui.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sitewright.edit.FormChecks;
import org.sitewright.site.Form;
import org.sitewright.site.FormField;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.DragRows;

/// The fields of a form in their order: added, opened, moved, copied, deleted.
final class FieldRows {
    private final FormsViewModel model;
    private final Controls controls;
    private final MenuButton add;
    private final VBox rows = new VBox();
    private final Label none = Controls.label("No fields yet. Add what visitors should fill in.", "muted");
    private final VBox root;
    private final DragRows drag;
    private final Map<String, Label> titles = new HashMap<>();
    private final Map<String, FieldEditor> editors = new HashMap<>();
    private final Map<String, HBox> heads = new HashMap<>();
    private List<String> built = List.of("never");
    private String focus = "";

    FieldRows(FormsViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.drag = new DragRows(
                "form-field", false, (moved, onto, part) -> model.dropField(moved, onto, part == DragRows.Part.BELOW));
        add = new MenuButton("Add field", controls.icons().of("plus"));
        add.setId("add-field");
        add.getStyleClass().addAll("flat", "small");
        for (FormField.Type type : FormField.Type.values()) {
            MenuItem item =
                    new MenuItem(FieldKinds.words(type), controls.icons().of(FieldKinds.icon(type)));
            item.setOnAction(event -> model.addField(type));
            add.getItems().add(item);
        }
        rows.getStyleClass().add("item-box");
        none.setWrapText(true);
        root = new VBox(
                6, Controls.row(8, Controls.label("Fields", "group-label"), Controls.spring(), add), rows, none);
    }

    Node root() {
        return root;
    }

    void show(Form form) {
        add.setDisable(form.fields().size() >= FormChecks.MOST_FIELDS);
        Controls.show(none, form.fields().isEmpty());
        Controls.show(rows, !form.fields().isEmpty());
        List<String> shape = new ArrayList<>();
        shape.add(form.id().toString());
        form.fields().forEach(field -> shape.add(field.id() + field.type() + model.isOpen(field.id())));
        if (!shape.equals(built)) {
            built = shape;
            build(form);
        }
        for (FormField field : form.fields()) {
            Label title = titles.get(field.id());
            if (title != null) {
                title.setText(field.label() + (field.required() ? " *" : ""));
            }
            FieldEditor editor = editors.get(field.id());
            if (editor != null) {
                editor.show(field);
            }
        }
    }

    private void build(Form form) {
        rows.getChildren().clear();
        titles.clear();
        editors.clear();
        heads.clear();
        for (FormField field : form.fields()) {
            if (!rows.getChildren().isEmpty()) {
                rows.getChildren().add(Controls.hairline());
            }
            HBox head = head(field);
            heads.put(field.id(), head);
            rows.getChildren().add(head);
            if (model.isOpen(field.id())) {
                FieldEditor editor = new FieldEditor(model, field);
                editors.put(field.id(), editor);
                rows.getChildren().add(editor.root());
            }
        }
        HBox focused = heads.get(focus);
        if (focused != null) {
            focused.requestFocus();
        }
        focus = "";
    }

    private HBox head(FormField field) {
        Label title = Controls.label(field.label(), "medium");
        titles.put(field.id(), title);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button up = tool("Move up", "arrow-up", "Alt+↑");
        up.setOnAction(event -> move(field.id(), -1));
        Button down = tool("Move down", "arrow-down", "Alt+↓");
        down.setOnAction(event -> move(field.id(), 1));
        Button copy = tool("Duplicate", "copy", "");
        copy.setOnAction(event -> model.duplicateField(field.id()));
        Button delete = tool("Delete", "trash-2", "Del");
        delete.setOnAction(event -> model.removeField(field.id()));
        HBox tools = Controls.row(2, up, down, copy, delete);
        Node grip = controls.icons().of("grip-vertical", 14);
        Label kind = Controls.label(FieldKinds.words(field.type()), "meta");
        kind.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        HBox row = Controls.row(6, grip, controls.icons().of(FieldKinds.icon(field.type())), title, kind, tools);
        row.getStyleClass().add("item-row");
        row.setId("form-field-" + field.name());
        row.setFocusTraversable(true);
        row.setAccessibleText(field.label() + ", " + FieldKinds.words(field.type()));
        row.setOnMouseClicked(event -> toggle(field.id()));
        row.setOnKeyPressed(event -> key(event, row, field.id()));
        drag.on(row, row, field::id);
        // Names have the whole width until somebody reaches for the tools.
        tools.visibleProperty().bind(row.hoverProperty().or(row.focusWithinProperty()));
        tools.managedProperty().bind(tools.visibleProperty());
        kind.visibleProperty().bind(tools.visibleProperty().not());
        kind.managedProperty().bind(kind.visibleProperty());
        return row;
    }

    private void key(KeyEvent event, HBox row, String field) {
        if (!row.isFocused()) {
            return;
        }
        boolean done =
                switch (event.getCode()) {
                    case ENTER, SPACE -> {
                        toggle(field);
                        yield true;
                    }
                    case DELETE -> {
                        model.removeField(field);
                        yield true;
                    }
                    case UP, DOWN -> {
                        if (event.isAltDown()) {
                            move(field, event.getCode() == KeyCode.UP ? -1 : 1);
                        }
                        yield event.isAltDown();
                    }
                    default -> false;
                };
        if (done) {
            event.consume();
        }
    }

    private void move(String field, int by) {
        focus = field;
        model.moveField(field, by);
        focus = "";
    }

    private void toggle(String field) {
        focus = field;
        model.toggle(field);
        model.open().ifPresent(this::show);
    }

    private Button tool(String words, String icon, String keys) {
        Button button = controls.iconButton(words, icon, keys);
        button.getStyleClass().add("small");
        return button;
    }
}
