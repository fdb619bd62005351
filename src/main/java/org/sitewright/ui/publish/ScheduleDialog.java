package org.sitewright.ui.publish;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.publish.ScheduledPublish;
import org.sitewright.publish.ScheduledPublish.WhenMissed;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.DialogBox;
import org.sitewright.ui.control.Overlay;

/// Asks when the site is to be published. Esc closes it.
final class ScheduleDialog {
    private static final double WIDTH = 460;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ScheduleViewModel model;
    private final Controls controls;
    private final ZoneId zone;
    private final Overlay overlay;
    private final DatePicker day = new DatePicker();
    private final TextField time = new TextField();
    private final Label verdict = Controls.label("", "field-help");
    private final RadioButton publish = new RadioButton("Publish as soon as Sitewright is open and online again");
    private final RadioButton ask = new RadioButton("Leave it, and tell me");
    private final Button save;

    ScheduleDialog(StackPane over, ScheduleViewModel model, Controls controls, ZoneId zone) {
        this.overlay = new Overlay(over);
        this.model = model;
        this.controls = controls;
        this.zone = zone;
        save = controls.primary("Publish then", "clock");
        save.setId("schedule-save");
        save.setOnAction(event -> save());
        day.setId("schedule-day");
        time.setId("schedule-time");
        time.setPrefColumnCount(5);
        publish.setId("schedule-publish");
        ask.setId("schedule-ask");
        ToggleGroup missed = new ToggleGroup();
        publish.setToggleGroup(missed);
        ask.setToggleGroup(missed);
        fill();
        day.valueProperty().addListener((property, before, after) -> check());
        time.textProperty().addListener((property, before, after) -> check());
        check();
    }

    private void fill() {
        ScheduledPublish planned = model.currentProperty().get();
        boolean again = planned != null && planned.due().isAfter(model.now());
        var shown = again
                ? Objects.requireNonNull(planned).due().atZone(zone)
                : model.now().atZone(zone).plusHours(1).truncatedTo(ChronoUnit.HOURS);
        day.setValue(shown.toLocalDate());
        time.setText(CLOCK.format(shown));
        boolean asks = planned != null && planned.whenMissed() == WhenMissed.ASK;
        ask.setSelected(asks);
        publish.setSelected(!asks);
    }

    void show() {
        VBox when = Controls.field("Day", day);
        VBox clock = Controls.field("Time, " + zone.getId(), time);
        verdict.setWrapText(true);
        Label what = Controls.label(
                "What is saved at that time is published, also edits made from now on. Sitewright must be open, or the"
                        + " computer's scheduler set up to run “sitewright publish --due”.",
                "field-help");
        what.setWrapText(true);
        VBox fields = new VBox(
                14,
                Controls.row(16, when, clock),
                verdict,
                what,
                new VBox(8, Controls.label("If it is closed or offline then", "field-label"), publish, ask));
        fields.setPadding(new Insets(20, 24, 20, 24));
        VBox box = DialogBox.of(
                "schedule-dialog",
                WIDTH,
                DialogBox.head("Publish later", overlay, controls),
                DialogBox.foot(Controls.spring(), DialogBox.cancel(overlay, controls), save),
                fields);
        overlay.setKeys(event -> {
            boolean saves = event.getCode() == KeyCode.ENTER && time.equals(event.getTarget());
            if (saves) {
                save();
            }
            return saves;
        });
        overlay.ask(box, time, () -> {});
    }

    private PlannedTime chosen() {
        LocalDate chosen = day.getValue();
        return PlannedTime.of(chosen, time.getText(), zone, model.now());
    }

    private void check() {
        switch (chosen()) {
            case PlannedTime.Good good -> {
                verdict.setText(good.note().isEmpty() ? PlannedTime.words(good.at(), zone) : good.note());
                verdict.getStyleClass().setAll("label", "field-help");
                save.setDisable(false);
            }
            case PlannedTime.Bad bad -> {
                verdict.setText(bad.fault());
                verdict.getStyleClass().setAll("label", "field-error");
                save.setDisable(true);
            }
        }
    }

    private void save() {
        if (chosen() instanceof PlannedTime.Good good) {
            model.plan(good.at(), ask.isSelected() ? WhenMissed.ASK : WhenMissed.PUBLISH);
            overlay.close();
        }
    }
}
