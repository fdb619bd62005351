package org.sitewright.ui.publish;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.sitewright.publish.ScheduledPublish;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Subscription;

/// Says when the site publishes itself, or that it did not.
final class ScheduleBar {
    private final PublishViewModel model;
    private final Controls controls;
    private final ZoneId zone;
    private final Runnable change;
    private final HBox root = Controls.row(10);

    /// @param change asks for another time
    ScheduleBar(PublishViewModel model, Controls controls, ZoneId zone, Subscription open, Runnable change) {
        this.model = model;
        this.controls = controls;
        this.zone = zone;
        this.change = change;
        root.setId("schedule");
        Listening.to(model.schedule().currentProperty(), open, this::show);
        Listening.to(model.stateProperty(), open, this::show);
        show();
    }

    Node node() {
        return root;
    }

    private void show() {
        ScheduledPublish planned = model.schedule().currentProperty().get();
        Controls.show(root, planned != null);
        if (planned == null) {
            return;
        }
        Label words = Controls.label(words(planned));
        words.setId("schedule-words");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        List<Node> nodes = new ArrayList<>(List.of(controls.icons().of(icon(planned)), words));
        if (planned.state() != ScheduledPublish.State.WAITING) {
            Button now = controls.button("Publish now", "cloud-upload", "small");
            now.setId("schedule-now");
            now.setDisable(!model.mayPublish());
            now.setOnAction(event -> model.publish());
            nodes.add(now);
        }
        Button other = controls.button("Change…", "", "small");
        other.setId("schedule-change");
        Controls.name(other, "Choose another time", "");
        other.setOnAction(event -> change.run());
        Button off =
                controls.button(planned.state() == ScheduledPublish.State.WAITING ? "Cancel" : "Dismiss", "", "small");
        off.setId("schedule-cancel");
        off.setOnAction(event -> model.schedule().cancel());
        nodes.addAll(List.of(other, off));
        root.getChildren().setAll(nodes);
        root.getStyleClass().setAll("message", tone(planned));
    }

    private String words(ScheduledPublish planned) {
        String when = PlannedTime.words(planned.due(), zone);
        return switch (planned.state()) {
            case WAITING ->
                planned.due().isAfter(model.schedule().now())
                        ? "Publishes itself on " + when + ": what is saved at that time."
                        : "Was to publish itself on " + when + ". It is tried until it succeeds.";
            case MISSED -> "Missed on " + when + ". " + planned.note();
            case FAILED -> "Not published on " + when + ". " + planned.note();
        };
    }

    private static String icon(ScheduledPublish planned) {
        return switch (planned.state()) {
            case WAITING -> "clock";
            case MISSED, FAILED -> "triangle-alert";
        };
    }

    private static String tone(ScheduledPublish planned) {
        return switch (planned.state()) {
            case WAITING -> "info";
            case MISSED -> "warning";
            case FAILED -> "danger";
        };
    }
}
