package org.sitewright.ui.theme;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.sitewright.ui.control.Controls;

/// A row of choices of which one holds.
final class Segments<T> {
    private final HBox row = new HBox();
    private final ToggleGroup group = new ToggleGroup();
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

    /// @param choices each with its words
    Segments(String name, Map<T, String> choices, Consumer<T> chosen) {
        row.getStyleClass().add("segmented");
        row.setAccessibleText(name);
        choices.forEach((choice, words) -> {
            ToggleButton button = new ToggleButton(words);
            button.getStyleClass().add("even");
            button.setToggleGroup(group);
            button.setAccessibleText(name + ": " + words);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(0);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(event -> {
                button.setSelected(true);
                chosen.accept(choice);
            });
            buttons.put(choice, button);
            row.getChildren().add(button);
        });
    }

    /// Shows a drawing instead of the words; they stay for those who hear them, and as a tooltip.
    void draw(T choice, Node drawing) {
        ToggleButton button = Objects.requireNonNull(buttons.get(choice));
        Controls.name(button, button.getAccessibleText(), "");
        button.setGraphic(drawing);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    HBox root() {
        return row;
    }

    /// Shows a choice without making it.
    void show(T choice) {
        group.selectToggle(Objects.requireNonNull(buttons.get(choice)));
    }
}
