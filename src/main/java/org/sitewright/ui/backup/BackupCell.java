package org.sitewright.ui.backup;

import java.time.Instant;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.backup.Backup;
import org.sitewright.ui.control.Controls;

/// One line of the list of backups.
final class BackupCell extends ListCell<Backup> {
    private static final double WHEN = 150;
    private static final double MAKER = 130;
    private static final double SIZE = 84;
    private static final double STATE = 170;
    private static final double EXPIRES = 90;

    private final Controls controls;
    private final ZoneId zone;
    private final BackupsViewModel model;

    BackupCell(Controls controls, ZoneId zone, BackupsViewModel model) {
        this.controls = controls;
        this.zone = zone;
        this.model = model;
    }

    static HBox captions() {
        HBox row = Controls.row(
                12,
                column("When", WHEN, false, "meta"),
                column("Made by", MAKER, false, "meta"),
                column("Size", SIZE, true, "meta"),
                column("Sent", SIZE, true, "meta"),
                column("State", STATE, false, "meta"),
                column("Expires", EXPIRES, false, "meta"));
        row.getStyleClass().add("backup-captions");
        return row;
    }

    @Override
    protected void updateItem(@Nullable Backup backup, boolean empty) {
        super.updateItem(backup, empty);
        setText(null);
        setTooltip(null);
        if (empty || backup == null) {
            setGraphic(null);
            return;
        }
        Instant now = now();
        boolean failed = backup.status() == Backup.Status.FAILED;
        Label maker = column(backup.automated() ? "Schedule" : "You", MAKER, false, "muted");
        maker.setGraphic(controls.icons().of(backup.automated() ? "clock" : "user"));
        HBox row = Controls.row(
                12,
                column(Words.when(backup.createdAt(), now, zone), WHEN, false, "strong"),
                maker,
                column(failed ? "–" : Words.size(backup.size()), SIZE, true, "muted"),
                column(failed ? "–" : Words.size(backup.details().sent()), SIZE, true, "muted"),
                state(backup, now),
                column(expires(backup), EXPIRES, false, "muted"));
        setGraphic(row);
        if (!backup.details().note().isEmpty()) {
            setTooltip(new Tooltip(backup.details().note()));
        }
    }

    private Instant now() {
        BackupActions.Overview overview = model.overviewProperty().get();
        return overview == null ? Instant.EPOCH : overview.now();
    }

    private Node state(Backup backup, Instant now) {
        Instant proven = backup.details().provenAt();
        Label state;
        if (backup.status() == Backup.Status.FAILED) {
            state = column("Failed", STATE, false, "danger-text");
            state.setGraphic(controls.icons().of("triangle-alert"));
        } else if (proven != null) {
            state = column(
                    "Proven " + Words.uncapitalized(Words.when(proven, now, zone)), STATE, false, "success-text");
            state.setGraphic(controls.icons().of("shield-check"));
        } else {
            state = column("Kept", STATE, false, "muted");
            state.setGraphic(controls.icons().of("check"));
        }
        return state;
    }

    private String expires(Backup backup) {
        Instant expires = backup.expiresAt();
        return expires == null ? "" : Words.day(expires, zone);
    }

    private static Label column(String text, double width, boolean right, String style) {
        Label label = Controls.label(text, style);
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setAlignment(right ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        return label;
    }
}
