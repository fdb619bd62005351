package org.sitewright.ui.find;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.sitewright.edit.Editor;
import org.sitewright.edit.TextQuery;
import org.sitewright.library.Catalogue;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.SidePanel;
import org.sitewright.ui.find.FindViewModel.Line;

/// Finds words everywhere in the open site, shows each place, and replaces in those that are ticked.
public final class FindPanel implements SidePanel {
    private final Editor editor;
    private final FindViewModel model;
    private final Consumer<String> tell;
    private final BorderPane root = new BorderPane();
    private final TextField wanted = new TextField();
    private final TextField with = new TextField();
    private final CheckBox matchCase = new CheckBox("Match case");
    private final CheckBox wholeWords = new CheckBox("Whole words");
    private final Label found = Controls.label("", "meta");
    private final ListView<Line> list = new ListView<>();
    private final Button replace;
    private final Editor.Listener listener;

    /// @param tell says a sentence to the person at the screen
    public FindPanel(Editor editor, Catalogue catalogue, Controls controls, Consumer<String> tell) {
        this.editor = editor;
        this.model = new FindViewModel(editor, catalogue);
        this.tell = tell;
        root.getStyleClass().add("theme-panel");
        root.setId("find-panel");
        wanted.setId("find-text");
        wanted.setPromptText("A word or a sentence");
        with.setId("find-with");
        with.setPromptText("Nothing: the words are taken out");
        replace = controls.button("Replace", "replace", "accent");
        replace.setId("find-replace");
        replace.setOnAction(event -> replace());
        wanted.textProperty().addListener((property, before, after) -> search());
        matchCase.setOnAction(event -> search());
        wholeWords.setOnAction(event -> search());
        with.setOnAction(event -> replace());
        list.setId("find-results");
        list.setCellFactory(view -> new Cell());
        list.setFixedCellSize(64);
        list.getStyleClass().add("find-results");
        list.setPlaceholder(
                Controls.label("Every text of the site is searched: pages, pictures, forms, menu.", "empty-note"));
        list.setOnKeyPressed(event -> {
            Line line = list.getSelectionModel().getSelectedItem();
            if (line != null && event.getCode() == KeyCode.ENTER) {
                model.go(line.where());
            } else if (line != null && event.getCode() == KeyCode.SPACE) {
                model.choose(line.where(), !model.isChosen(line.where()));
                list.refresh();
                count();
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((property, before, line) -> {
            if (line != null) {
                model.go(line.where());
            }
        });
        root.setTop(top());
        root.setCenter(list);
        HBox foot = Controls.row(8, found, Controls.spring(), replace);
        foot.getStyleClass().add("panel-foot");
        root.setBottom(foot);
        listener = change -> {
            if (change.isEdit()) {
                search();
            }
        };
        editor.listen(listener);
        count();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        wanted.requestFocus();
        wanted.selectAll();
    }

    @Override
    public void close() {
        editor.unlisten(listener);
    }

    private Node top() {
        HBox head = Controls.row(8, Controls.label("Find and replace", "group-title"));
        head.getStyleClass().add("panel-head");
        VBox fields = new VBox(
                10,
                Controls.field("Find", wanted),
                Controls.field("Replace by", with),
                Controls.row(16, matchCase, wholeWords));
        fields.getStyleClass().add("panel-body");
        return new VBox(head, fields);
    }

    private void search() {
        model.find(new TextQuery(wanted.getText(), matchCase.isSelected(), wholeWords.isSelected()));
        list.getItems().setAll(model.lines());
        count();
    }

    private void count() {
        int all = model.count();
        int chosen = model.chosenCount();
        if (wanted.getText().isEmpty()) {
            found.setText("");
        } else if (all == 0) {
            found.setText("Not found");
        } else {
            found.setText(chosen == all ? all + " found" : chosen + " of " + all + " chosen");
        }
        replace.setDisable(chosen == 0);
    }

    private void replace() {
        int count = model.replace(with.getText());
        if (count > 0) {
            tell.accept("Replaced " + count + (count == 1 ? " time" : " times") + ". Undo brings everything back.");
        }
    }

    /// One place.
    private final class Cell extends ListCell<Line> {
        private final CheckBox chosen = new CheckBox();
        private final Label place = Controls.label("", "meta");
        private final Text before = new Text();
        private final Text hit = new Text();
        private final Text after = new Text();
        private final HBox row;

        Cell() {
            hit.getStyleClass().add("find-hit");
            before.getStyleClass().add("find-text");
            after.getStyleClass().add("find-text");
            TextFlow flow = new TextFlow(before, hit, after);
            flow.setMaxHeight(36);
            VBox words = new VBox(2, place, flow);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            words.setPrefWidth(250);
            chosen.setAccessibleText("Replace here");
            chosen.setOnAction(event -> {
                Line line = getItem();
                if (line != null) {
                    model.choose(line.where(), chosen.isSelected());
                    count();
                }
            });
            row = Controls.row(8, chosen, words);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            chosen.setSelected(model.isChosen(line.where()));
            place.setText(line.place() + (line.count() > 1 ? "   " + line.count() + "×" : ""));
            before.setText(line.before());
            hit.setText(line.found());
            after.setText(line.after());
            setGraphic(row);
        }
    }
}
