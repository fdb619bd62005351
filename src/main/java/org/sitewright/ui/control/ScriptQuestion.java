package org.sitewright.ui.control;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Tells what it means to let a component's script run, and asks for a yes or no.
public final class ScriptQuestion {
    private final Button without;
    private final VBox node;

    /// @param answered gets whether the script may run
    public ScriptQuestion(Controls controls, Consumer<Boolean> answered) {
        Label words = Controls.label(
                "This component brings a script. It would run for every visitor and can do anything on your pages. "
                        + "Allow it only if you trust who wrote it.",
                "meta");
        words.setWrapText(true);
        without = controls.button("Insert without it", "", "small");
        without.setId("insert-without");
        without.setOnAction(event -> answered.accept(false));
        Button with = controls.button("Allow and insert", "", "small");
        with.setId("insert-with");
        with.setOnAction(event -> answered.accept(true));
        node = new VBox(8, words, new FlowPane(8, 8, without, with));
        node.getStyleClass().addAll("component-note", "warning");
    }

    public VBox node() {
        return node;
    }

    /// The answer that allows nothing has the focus first.
    public void focus() {
        without.requestFocus();
    }
}
