package org.sitewright.ui.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.backup.Backup;
import org.sitewright.backup.BackupState;
import org.sitewright.ui.backup.BackupActions.Overview;
import org.sitewright.ui.control.Controls;

/// When a restore was proven last, how far behind the place is, and what is wrong there: green while all is well,
/// amber after eight days without a proof, red when one failed or something is damaged.
final class ProofBand {
    private static final double WORDS = 320;
    private static final Duration STALE = Duration.ofDays(8);
    private static final int DAYS = 30;

    private final Overview overview;
    private final BackupsViewModel model;
    private final Controls controls;
    private final ZoneId zone;

    ProofBand(Overview overview, BackupsViewModel model, Controls controls, ZoneId zone) {
        this.overview = overview;
        this.model = model;
        this.controls = controls;
        this.zone = zone;
    }

    private enum Tone {
        GOOD,
        STALE,
        BAD
    }

    Node node() {
        Tone tone = tone();
        StackPane mark = new StackPane(controls.icons().of(tone == Tone.GOOD ? "shield-check" : "shield-alert", 26));
        mark.getStyleClass().add("backup-mark");
        Label headline = Controls.label(headline(), "figure");
        headline.setId("last-proven");
        Label words = Controls.label(words(tone));
        words.setWrapText(true);
        words.setMaxWidth(440);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Label caption = Controls.label("Last proven restore", "backup-caption");
        VBox text = new VBox(4, caption, headline, words, buttons(tone));
        HBox.setHgrow(text, javafx.scene.layout.Priority.ALWAYS);
        HBox band = new HBox(20, mark, text, days());
        band.setAlignment(Pos.CENTER_LEFT);
        band.setPadding(new Insets(24));
        band.getStyleClass().addAll("backup-band", tone == Tone.GOOD ? "good" : tone == Tone.STALE ? "stale" : "bad");
        return band;
    }

    private Tone tone() {
        BackupState state = overview.state();
        BackupState.Proof proof = state.proof();
        BackupState.Check check = state.check();
        boolean damaged = check != null && !check.damages().isEmpty();
        if (damaged
                || !state.fault().isEmpty()
                || (proof != null && !proof.fault().isEmpty())) {
            return Tone.BAD;
        }
        return proof == null || isStale(proof.proven()) ? Tone.STALE : Tone.GOOD;
    }

    private boolean isStale(@Nullable Instant proven) {
        return proven == null || proven.plus(STALE).isBefore(overview.now());
    }

    private String headline() {
        BackupState.Proof proof = overview.state().proof();
        Instant proven = proof == null ? null : proof.proven();
        return proven == null ? "Not yet" : Words.when(proven, overview.now(), zone);
    }

    private String words(Tone tone) {
        BackupState state = overview.state();
        BackupState.Check check = state.check();
        BackupState.Proof proof = state.proof();
        if (!state.fault().isEmpty()) {
            return "The last backup failed. " + state.fault() + " " + behind();
        }
        if (check != null && !check.damages().isEmpty()) {
            int more = check.damages().size() - 1;
            return check.damages().getFirst() + (more > 0 ? " And " + more + " more." : "")
                    + " What is still on this computer can be sent again; older moments that need it cannot be"
                    + " brought back.";
        }
        if (proof != null && !proof.fault().isEmpty()) {
            return "The last proof failed: " + proof.fault() + ". " + behind();
        }
        if (proof == null || proof.proven() == null) {
            return "No restore was tried yet. Proving one brings everything back into a scratch folder and compares"
                    + " it with what is here. " + behind();
        }
        String sites =
                proof.sites() == 1 ? "The site came back from " : "All " + proof.sites() + " sites came back from ";
        String came = sites + overview.place() + " in " + Words.duration(proof.millis())
                + ", equal in every row, file and page. ";
        return came + (tone == Tone.STALE ? "That is more than eight days ago. " : "") + behind();
    }

    /// How far the place is behind what is here.
    private String behind() {
        long waiting = overview.waiting();
        if (waiting == 0) {
            return "The copy has every change.";
        }
        return waiting == 1 ? "One change waits to be sent." : waiting + " changes wait to be sent.";
    }

    private Node buttons(Tone tone) {
        Button prove = controls.button(overview.state().proof() == null ? "Prove a restore" : "Prove again", "play");
        prove.setId("prove");
        Controls.name(prove, "Bring everything back into a scratch folder and compare it", "");
        prove.setOnAction(event -> model.prove());
        Button check = controls.button("Check now", "list-checks", "flat");
        check.setId("check-backups");
        Controls.name(check, "Look whether all that was sent is there and whole", "");
        check.setOnAction(event -> model.check());
        FlowPane row = new FlowPane(8, 8, prove, check);
        row.setPrefWrapLength(WORDS);
        row.setPadding(new Insets(8, 0, 0, 0));
        BackupState.Check last = overview.state().check();
        if (tone == Tone.BAD && last != null && !last.damages().isEmpty()) {
            Button repair = controls.primary("Send again", "upload");
            repair.setId("repair");
            Controls.name(repair, "Send again what is still on this computer", "");
            repair.setOnAction(event -> model.repair());
            row.getChildren().addFirst(repair);
        }
        List.of(prove, check)
                .forEach(each -> each.setDisable(model.runningProperty().get() != null));
        return row;
    }

    /// A bar for each of the last thirty days.
    private Node days() {
        HBox bars = new HBox(4);
        bars.setAlignment(Pos.BOTTOM_LEFT);
        bars.setFillHeight(false);
        LocalDate today = LocalDate.ofInstant(overview.now(), zone);
        for (int back = DAYS - 1; back >= 0; back--) {
            bars.getChildren().add(bar(today.minusDays(back)));
        }
        Label from = Controls.label(Words.day(overview.now().minus(Duration.ofDays(DAYS - 1L)), zone), "meta");
        HBox scale = Controls.row(0, from, Controls.spring(), Controls.label("Today", "meta"));
        HBox legend =
                Controls.row(12, key("proven", "Proven by a restore"), key("kept", "Backed up"), key("none", "None"));
        VBox box = new VBox(8, scale, bars, legend);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private static Node key(String style, String words) {
        Region dot = new Region();
        dot.getStyleClass().addAll("backup-key", style);
        return Controls.row(6, dot, Controls.label(words, "meta"));
    }

    private Region bar(LocalDate day) {
        boolean kept = false;
        boolean proven = false;
        for (Backup backup : overview.backups()) {
            boolean made = LocalDate.ofInstant(backup.createdAt(), zone).equals(day);
            kept |= made && backup.status() == Backup.Status.COMPLETED;
            Instant at = backup.details().provenAt();
            proven |= at != null
                    && LocalDate.ofInstant(Objects.requireNonNull(at), zone).equals(day);
        }
        Region bar = new Region();
        bar.getStyleClass().addAll("backup-day", proven ? "proven" : kept ? "kept" : "none");
        return bar;
    }
}
