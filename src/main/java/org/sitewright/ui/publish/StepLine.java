package org.sitewright.ui.publish;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.publish.Sending.Step;

/// The steps of a publish in a line: done, now, to come.
final class StepLine {
    private final Controls controls;
    private final HBox root = Controls.row(10);
    private final Map<Step, Part> parts = new EnumMap<>(Step.class);
    private @Nullable Step shown;

    private record Part(StackPane mark, Label name, Label amount, Region line) {}

    StepLine(Controls controls) {
        this.controls = controls;
        for (Step step : Step.values()) {
            Region line = new Region();
            line.getStyleClass().add("publish-step-line");
            HBox.setHgrow(line, Priority.ALWAYS);
            Part part =
                    new Part(new StackPane(), Controls.label(step.label(), "medium"), Controls.label("", "meta"), line);
            part.name().setMinWidth(Region.USE_PREF_SIZE);
            part.amount().setMinWidth(Region.USE_PREF_SIZE);
            parts.put(step, part);
            if (step != Step.BUILD) {
                root.getChildren().add(line);
            }
            root.getChildren().add(Controls.row(8, part.mark(), part.name(), part.amount()));
        }
    }

    Node node() {
        return root;
    }

    void show(Sending sending) {
        Step now = sending.step();
        if (now != shown) {
            shown = now;
            parts.forEach((step, part) -> mark(step, part, now));
        }
        parts.forEach((step, part) -> {
            String amount = sending.amount(step);
            part.amount().setText(amount);
            Controls.show(part.amount(), !amount.isEmpty());
        });
    }

    /// Begins anew.
    void clear() {
        shown = null;
    }

    private void mark(Step step, Part part, Step now) {
        part.mark().getStyleClass().remove("success-text");
        part.line().getStyleClass().remove("done");
        part.name().getStyleClass().remove("muted");
        if (step.compareTo(now) < 0) {
            part.mark().getStyleClass().add("success-text");
            part.mark().getChildren().setAll(controls.icons().of("circle-check"));
            part.line().getStyleClass().add("done");
        } else if (step == now) {
            part.mark().getChildren().setAll(Spinner.of(16));
            part.line().getStyleClass().add("done");
        } else {
            part.mark().getChildren().setAll(controls.icons().of("circle"));
            part.name().getStyleClass().add("muted");
        }
    }
}
