package org.sitewright.ui.backup;

import atlantafx.base.controls.ToggleSwitch;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sitewright.backup.BackupSettings;
import org.sitewright.ui.backup.BackupActions.Overview;
import org.sitewright.ui.control.Controls;

/// When backups are made, how long they stay, and whether the recovery sheet is at hand.
final class SchedulePanel {
    private final BackupsViewModel model;
    private final Controls controls;
    private final ToggleSwitch daily = new ToggleSwitch();
    private final ToggleSwitch changes = new ToggleSwitch();
    private final Label dailyWords = Controls.label("", "strong");
    private final Label changesWords = Controls.label("", "meta");
    private final Label sheetWords = Controls.label("", "meta");
    private final Button checkSheet;
    private final VBox root;
    private boolean showing;

    SchedulePanel(BackupsViewModel model, Controls controls, Runnable askForWords) {
        this.model = model;
        this.controls = controls;
        daily.setAccessibleText("A backup every day");
        daily.setId("every-day");
        changes.setAccessibleText("Send every change");
        changes.setId("every-change");
        daily.selectedProperty().addListener((property, before, after) -> changed());
        changes.selectedProperty().addListener((property, before, after) -> changed());
        checkSheet = controls.button("Check it", "check", "small");
        checkSheet.setId("check-sheet");
        checkSheet.setMinWidth(Region.USE_PREF_SIZE);
        Controls.name(checkSheet, "Show that the recovery sheet is at hand by two of its words", "");
        checkSheet.setOnAction(event -> askForWords.run());
        root = new VBox(
                Controls.label("Schedule", "group-title"),
                row("clock", dailyWords, Controls.label("or when the computer wakes", "meta"), daily),
                row("activity", Controls.label("Every change", "strong"), changesWords, changes),
                row(
                        "calendar",
                        Controls.label("Kept for 30 days", "strong"),
                        Controls.label("the newest 3 for ever, pruned after a proof", "meta"),
                        new HBox()),
                row("key-round", Controls.label("Encrypted with age", "strong"), sheetWords, checkSheet));
        root.getStyleClass().add("backup-schedule");
    }

    Node node() {
        return root;
    }

    void show(Overview overview) {
        overview.settings().ifPresent(settings -> show(overview, settings));
    }

    private void show(Overview overview, BackupSettings settings) {
        showing = true;
        daily.setSelected(settings.daily());
        changes.setSelected(settings.everyChange());
        showing = false;
        dailyWords.setText(String.format(Locale.ROOT, "Every day at %02d:00", settings.hour()));
        long waiting = overview.waiting();
        changesWords.setText((waiting == 0 ? "nothing waits" : waiting + (waiting == 1 ? " waits" : " wait"))
                + ", at most 60 s behind");
        sheetWords.setText(settings.sheetChecked() ? "The recovery sheet is at hand" : "Sheet not checked yet");
        Controls.show(checkSheet, !settings.sheetChecked());
    }

    private void changed() {
        if (!showing) {
            model.schedule(daily.isSelected(), changes.isSelected());
        }
    }

    private Node row(String icon, Label title, Label words, Node control) {
        HBox row = Controls.row(12, controls.icons().of(icon), new VBox(title, words), Controls.spring(), control);
        row.getStyleClass().add("backup-row");
        return row;
    }
}
