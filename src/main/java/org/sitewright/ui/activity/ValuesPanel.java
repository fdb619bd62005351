package org.sitewright.ui.activity;

import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.journal.AuditRecord;
import org.sitewright.ui.control.Controls;

/// One record whole: who, when, and every value as it was and as it became.
final class ValuesPanel {
    private static final int LONGEST = 600;

    private final ActivityViewModel model;
    private final DateTimeFormatter time;
    private final VBox content = new VBox(12);
    private final ScrollPane root = new ScrollPane(content);

    ValuesPanel(ActivityViewModel model, Controls controls, DateTimeFormatter time) {
        this.model = model;
        this.time = time;
        content.getStyleClass().add("values-panel");
        content.setId("activity-values");
        root.getStyleClass().addAll("panel-scroll", "activity-side");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    Node node() {
        return root;
    }

    void show(@Nullable AuditRecord record) {
        content.getChildren().clear();
        if (record == null) {
            return;
        }
        Label title = Controls.label(record.label(), "group-title");
        title.setWrapText(true);
        String site = model.site(record);
        Label by = Controls.label(
                model.person(record) + ", " + time.format(record.at()) + (site.isEmpty() ? "" : ", " + site), "meta");
        by.setWrapText(true);
        Label what = Controls.label(
                "Change " + record.sequence() + ", " + record.action() + " of " + record.resourceType() + " "
                        + record.resourceId(),
                "meta");
        what.setWrapText(true);
        content.getChildren().addAll(new VBox(4, title, by, what), Controls.hairline());
        List<ValueChange> changes = model.values(record);
        if (changes.isEmpty()) {
            content.getChildren().add(Controls.label("No value is told of this.", "empty-note"));
            return;
        }
        GridPane grid = grid();
        int row = 1;
        for (ValueChange change : changes) {
            Label name = Controls.label(change.name(), "meta");
            name.setWrapText(true);
            grid.add(name, 0, row, 2, 1);
            grid.add(side(change.before(), "was", "Before: "), 0, row + 1);
            grid.add(side(change.after(), "is", "After: "), 1, row + 1);
            row += 2;
        }
        content.getChildren().add(grid);
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(4);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        grid.add(Controls.label("Before", "medium"), 0, 0);
        grid.add(Controls.label("After", "medium"), 1, 0);
        return grid;
    }

    private static Label side(String text, String style, String says) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        Label label = Controls.label(shown.isEmpty() ? "nothing" : shown, "difference-words", style);
        label.setWrapText(true);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        label.setAccessibleText(says + label.getText());
        if (shown.isEmpty()) {
            label.getStyleClass().add("subtle");
        }
        GridPane.setFillWidth(label, true);
        return label;
    }
}
