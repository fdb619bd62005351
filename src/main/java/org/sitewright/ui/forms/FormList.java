package org.sitewright.ui.forms;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.FormId;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.forms.FormsViewModel.Line;

/// The list of forms, with the first step where there is none.
final class FormList {
    private final FormsViewModel model;
    private final Controls controls;
    private final Runnable refresh;
    private final BorderPane root = new BorderPane();
    private final ListView<Line> list = new ListView<>();
    private final MenuButton add;
    private final Node empty;

    /// @param refresh shows what the model has open
    FormList(FormsViewModel model, Controls controls, Runnable refresh) {
        this.model = model;
        this.controls = controls;
        this.refresh = refresh;
        add = new MenuButton("New form", controls.icons().of("plus"));
        add.setId("new-form");
        add.getStyleClass().addAll("flat", "small");
        for (FormPattern pattern : FormPattern.values()) {
            MenuItem item = new MenuItem(pattern.words(), controls.icons().of(pattern.icon()));
            item.setOnAction(event -> make(pattern));
            add.getItems().add(item);
        }
        HBox head = Controls.row(8, Controls.label("Forms", "group-title"), Controls.spring(), add);
        head.getStyleClass().add("panel-head");
        list.setId("form-list");
        list.setAccessibleText("Forms");
        list.setFixedCellSize(60);
        list.getStyleClass().add("find-results");
        list.setCellFactory(view -> new Cell());
        list.setOnKeyPressed(event -> {
            Line line = list.getSelectionModel().getSelectedItem();
            if (line != null && event.getCode() == KeyCode.ENTER) {
                open(line.form().id());
            } else if (line != null && event.getCode() == KeyCode.DELETE) {
                model.delete(line.form().id());
            }
        });
        empty = empty();
        root.setTop(head);
    }

    Parent root() {
        return root;
    }

    void show() {
        List<Line> lines = model.lines();
        Controls.show(add, !lines.isEmpty());
        root.setCenter(lines.isEmpty() ? empty : list);
        if (!List.copyOf(list.getItems()).equals(lines)) {
            list.getItems().setAll(lines);
        }
    }

    private void make(FormPattern pattern) {
        model.add(pattern);
        refresh.run();
    }

    private void open(FormId form) {
        model.open(form);
        refresh.run();
    }

    private static VBox words(FormPattern pattern) {
        VBox words = new VBox(1, Controls.label(pattern.words(), "medium"), Controls.label(pattern.says(), "meta"));
        words.setAlignment(Pos.CENTER_LEFT);
        return words;
    }

    private Node empty() {
        Label says = Controls.label(
                "A form lets visitors write to you, order or sign up. It works without scripts, and what they send goes"
                        + " to your e-mail or to another service.",
                "muted");
        says.setWrapText(true);
        VBox box = new VBox(8, says);
        box.getStyleClass().add("panel-body");
        for (FormPattern pattern : FormPattern.values()) {
            Button button = new Button();
            button.setGraphic(Controls.row(12, controls.icons().of(pattern.icon()), words(pattern)));
            button.getStyleClass().addAll("theme-row", "tall", "pattern-row");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setId("form-pattern-" + pattern.name().toLowerCase(java.util.Locale.ROOT));
            button.setAccessibleText(pattern.words() + ": " + pattern.says());
            button.setOnAction(event -> make(pattern));
            box.getChildren().add(button);
        }
        return box;
    }

    /// One form.
    private final class Cell extends ListCell<Line> {
        private final Label name = Controls.label("", "medium");
        private final Label where = Controls.label("", "meta");
        private final HBox row;

        Cell() {
            setPrefWidth(0);
            VBox words = new VBox(2, name, where);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            Button copy = controls.iconButton("Duplicate", "copy", "");
            copy.setOnAction(event -> onItem(model::duplicate));
            Button delete = controls.iconButton("Delete", "trash-2", "Del");
            delete.setOnAction(event -> onItem(model::delete));
            copy.getStyleClass().add("small");
            delete.getStyleClass().add("small");
            HBox tools = Controls.row(2, copy, delete);
            tools.visibleProperty().bind(hoverProperty().or(selectedProperty()));
            row = Controls.row(8, words, tools);
            setOnMouseClicked(event -> onItem(FormList.this::open));
        }

        private void onItem(java.util.function.Consumer<FormId> action) {
            Line line = getItem();
            if (line != null) {
                action.accept(line.form().id());
            }
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean none) {
            super.updateItem(line, none);
            if (none || line == null) {
                setGraphic(null);
                return;
            }
            name.setText(line.form().name());
            int count = line.form().fields().size();
            where.setText(line.where() + " · " + count + (count == 1 ? " field" : " fields"));
            name.setGraphic(line.received() ? null : controls.icons().of("triangle-alert", 14));
            name.getStyleClass().remove("warning-text");
            setAccessibleText(line.form().name() + ", " + where.getText()
                    + (line.received() ? "" : ", nobody receives what is sent"));
            setGraphic(row);
        }
    }
}
