package org.sitewright.ui.forms;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.sitewright.ui.control.Controls;

/// A text that is set as it is typed, with what is wrong with it under it.
final class CheckedText {
    private final TextInputControl input;
    private final Label wrong = Controls.label("", "field-error");
    private final VBox box;
    private boolean showing;

    /// @param lines of the box; 1 for one line
    /// @param set takes a text, and says what is wrong with it
    CheckedText(String id, String label, int lines, Function<String, Optional<String>> set) {
        if (lines == 1) {
            input = new TextField();
        } else {
            TextArea area = new TextArea();
            area.setWrapText(true);
            area.setPrefRowCount(lines);
            input = area;
        }
        input.setId(id);
        wrong.setWrapText(true);
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        box = Controls.field(label, input);
        box.getChildren().add(wrong);
        input.textProperty().addListener((property, before, after) -> {
            if (!showing) {
                mark(set.apply(after));
            }
        });
    }

    CheckedText prompt(String text) {
        input.setPromptText(text);
        return this;
    }

    VBox node() {
        return box;
    }

    TextInputControl input() {
        return input;
    }

    /// Shows a text. What is being typed is left alone, right or wrong, until it differs from what was typed last.
    void show(String text) {
        boolean typing = input.isFocused() && !wrong.getText().isEmpty();
        if (!typing && !input.getText().equals(text)) {
            showing = true;
            input.setText(text);
            showing = false;
            mark(Optional.empty());
        }
    }

    private void mark(Optional<String> problem) {
        wrong.setText(problem.orElse(""));
        input.getStyleClass().remove("invalid");
        if (problem.isPresent()) {
            input.getStyleClass().add("invalid");
        }
    }
}
