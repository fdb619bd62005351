package org.sitewright.ui.history;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.history.Conflict;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.DialogBox;
import org.sitewright.ui.control.Overlay;

/// Asks who wins where two copies changed the same thing, both side by side. Esc closes it and joins nothing.
final class MergeDialog {
    private static final double WIDTH = 760;
    private static final double SIDE = 340;

    private final List<Conflict> conflicts;
    private final Controls controls;
    private final Consumer<Set<String>> decided;
    private final Set<String> theirs = new HashSet<>();
    private final Overlay overlay;
    private final VBox rows = new VBox(18);

    /// @param decided gets the keys of the conflicts that the copy wins
    MergeDialog(StackPane over, List<Conflict> conflicts, Controls controls, Consumer<Set<String>> decided) {
        this.overlay = new Overlay(over);
        this.conflicts = conflicts;
        this.controls = controls;
        this.decided = decided;
    }

    void show() {
        int count = conflicts.size();
        fill();
        rows.setPadding(new Insets(20, 24, 20, 24));
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("panel-scroll");
        scroll.setMaxHeight(520);
        Button mine = controls.button("All from here", "");
        mine.setId("merge-all-mine");
        mine.setOnAction(event -> all(false));
        Button other = controls.button("All from the copy", "");
        other.setId("merge-all-theirs");
        other.setOnAction(event -> all(true));
        Button join = controls.primary("Join both", "check");
        join.setId("merge-join");
        join.setOnAction(event -> {
            overlay.close();
            decided.accept(Set.copyOf(theirs));
        });
        String title = count == 1 ? "Both copies changed one thing" : "Both copies changed " + count + " things";
        VBox box = DialogBox.of(
                "merge-dialog",
                WIDTH,
                DialogBox.head(title, overlay, controls),
                DialogBox.foot(mine, other, Controls.spring(), join),
                scroll);
        overlay.ask(box, join, () -> {});
    }

    private void all(boolean copy) {
        theirs.clear();
        if (copy) {
            conflicts.forEach(conflict -> theirs.add(conflict.key()));
        }
        fill();
    }

    private void fill() {
        rows.getChildren().clear();
        for (int i = 0; i < conflicts.size(); i++) {
            rows.getChildren().add(row(conflicts.get(i), i));
        }
    }

    private Node row(Conflict conflict, int number) {
        ToggleGroup group = new ToggleGroup();
        ToggleButton mine = side("Here", conflict.mine(), conflict.where(), group);
        mine.setId("merge-mine-" + number);
        ToggleButton other = side("In the copy", conflict.theirs(), conflict.where(), group);
        other.setId("merge-theirs-" + number);
        group.selectToggle(theirs.contains(conflict.key()) ? other : mine);
        group.selectedToggleProperty().addListener((property, before, after) -> {
            if (after == null) {
                group.selectToggle(before);
            } else if (after.equals(other)) {
                theirs.add(conflict.key());
            } else {
                theirs.remove(conflict.key());
            }
        });
        return new VBox(6, Controls.label(conflict.where(), "medium"), new HBox(12, mine, other));
    }

    private static ToggleButton side(String title, String words, String where, ToggleGroup group) {
        Label text = Controls.label(words.isEmpty() ? "nothing" : words);
        text.setWrapText(true);
        text.setMaxHeight(90);
        // As a button asks how tall its words are before it knows how wide it is.
        text.setMinWidth(SIDE - 28);
        VBox box = new VBox(4, Controls.label(title, "meta"), text);
        box.setAlignment(Pos.TOP_LEFT);
        ToggleButton side = new ToggleButton("", box);
        side.getStyleClass().addAll("choice-card", "merge-side");
        side.setAccessibleText(title + ": " + text.getText() + ", for " + where);
        side.setPrefWidth(SIDE);
        side.setMaxWidth(Double.MAX_VALUE);
        side.setToggleGroup(group);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }
}
