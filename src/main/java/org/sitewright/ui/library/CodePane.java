package org.sitewright.ui.library;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.component.CodeProblem;
import org.sitewright.library.component.CodeProblem.Part;
import org.sitewright.ui.control.Controls;

/// The three texts of a component, one at a time, with what is wrong in them.
final class CodePane {
    private final CodeViewModel model;
    private final Controls controls;
    private final Map<Part, CodeText> texts = new EnumMap<>(Part.class);
    private final Map<Part, ToggleButton> tabs = new EnumMap<>(Part.class);
    private final StackPane middle = new StackPane();
    private final BorderPane root = new BorderPane();
    private final TextField wanted = new TextField();
    private final Label found = Controls.label("", "meta");
    private final HBox finder;
    private final ListView<CodeProblem> problems = new ListView<>();
    private Part shown = Part.HTML;

    CodePane(CodeViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        root.getStyleClass().add("code-pane");
        HBox bar = new HBox();
        bar.getStyleClass().add("segmented");
        ToggleGroup group = new ToggleGroup();
        for (Part part : Part.values()) {
            CodeText text = new CodeText(part, model);
            texts.put(part, text);
            ToggleButton tab = new ToggleButton(label(part));
            tab.setId("tab-" + part.name().toLowerCase(java.util.Locale.ROOT));
            tab.setToggleGroup(group);
            tab.setOnAction(event -> show(part));
            tabs.put(part, tab);
            bar.getChildren().add(tab);
        }
        finder = finder();
        Controls.show(finder, false);
        Button find = controls.iconButton("Find", "search", "Ctrl+F");
        find.setOnAction(event -> find());
        HBox head = Controls.row(8, bar, Controls.spring(), find);
        head.getStyleClass().add("code-head");
        root.setTop(new VBox(head, finder));
        root.setCenter(middle);
        problems.setId("code-problems");
        problems.getStyleClass().add("code-problems");
        problems.setItems(model.problems());
        problems.setCellFactory(list -> new ProblemCell());
        problems.getSelectionModel().selectedItemProperty().addListener((property, before, problem) -> {
            if (problem != null) {
                show(problem.part());
                textOf(problem.part()).go(problem.line());
            }
        });
        root.setBottom(problems);
        model.problems().addListener((ListChangeListener<CodeProblem>) change -> mark());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        mark();
        show(Part.HTML);
    }

    Parent root() {
        return root;
    }

    private CodeText textOf(Part part) {
        return java.util.Objects.requireNonNull(texts.get(part));
    }

    private void show(Part part) {
        shown = part;
        tabs.forEach((each, tab) -> tab.setSelected(each == part));
        middle.getChildren().setAll(new VirtualizedScrollPane<>(textOf(part).area()));
    }

    private void mark() {
        for (Part part : Part.values()) {
            List<CodeProblem> of = model.problems().stream()
                    .filter(each -> each.part() == part)
                    .toList();
            textOf(part).mark(of);
            ToggleButton tab = tabs.get(part);
            if (tab != null) {
                tab.setText(of.isEmpty() ? label(part) : label(part) + "  " + of.size());
            }
        }
        Controls.show(problems, !model.problems().isEmpty());
        problems.setPrefHeight(Math.min(3, model.problems().size()) * 48 + 2);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            find();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && finder.isVisible()) {
            Controls.show(finder, false);
            textOf(shown).area().requestFocus();
            event.consume();
        }
    }

    private HBox finder() {
        wanted.setPromptText("Find in this text");
        wanted.setAccessibleText("Find in this text");
        wanted.setId("code-find");
        HBox.setHgrow(wanted, Priority.ALWAYS);
        wanted.setOnAction(event -> next(1));
        wanted.textProperty().addListener((property, before, after) -> found.setText(count(after)));
        Button previous = controls.iconButton("Previous", "chevron-up", "");
        previous.setOnAction(event -> next(-1));
        Button next = controls.iconButton("Next", "chevron-down", "Enter");
        next.setOnAction(event -> next(1));
        HBox row = Controls.row(6, wanted, found, previous, next);
        row.getStyleClass().add("code-head");
        return row;
    }

    private void find() {
        Controls.show(finder, true);
        wanted.requestFocus();
        wanted.selectAll();
    }

    private void next(int by) {
        textOf(shown).find(wanted.getText(), by);
    }

    private String count(String words) {
        int count = textOf(shown).count(words);
        return words.isEmpty() ? "" : count == 0 ? "Not found" : count + " found";
    }

    private static String label(Part part) {
        return switch (part) {
            case HTML -> "HTML";
            case CSS -> "CSS";
            case JAVASCRIPT -> "JavaScript";
        };
    }

    /// One thing that is left out.
    private final class ProblemCell extends ListCell<CodeProblem> {
        private final Label where = Controls.label("", "meta");
        private final Label what = Controls.label("", "code-what");
        private final Label why = Controls.label("", "meta");
        private final Node row;

        ProblemCell() {
            VBox words = new VBox(1, Controls.row(8, where, what), why);
            row = Controls.row(10, controls.icons().of("triangle-alert"), words);
            row.getStyleClass().add("code-problem");
        }

        @Override
        protected void updateItem(@Nullable CodeProblem problem, boolean empty) {
            super.updateItem(problem, empty);
            if (empty || problem == null) {
                setGraphic(null);
                return;
            }
            where.setText(label(problem.part()) + ", line " + problem.line());
            what.setText(problem.what());
            why.setText(problem.why());
            setGraphic(row);
        }
    }
}
