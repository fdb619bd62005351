package org.sitewright.ui.backup;

import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.sitewright.backup.Backup;
import org.sitewright.ui.backup.BackupActions.Overview;
import org.sitewright.ui.backup.BackupActions.Running;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Screen;

/// The screen of backups. It leads with when a restore was proven last.
public final class BackupsView implements Screen {
    private static final double ROW = 44;

    private final Controls controls;
    private final BackupsViewModel model;
    private final ZoneId zone = ZoneId.systemDefault();
    private final StackPane root = new StackPane();
    private final StackPane band = new StackPane();
    private final Label counted = Controls.label("", "muted");
    private final VBox list;
    private final VBox side = new VBox(32);
    private final Button now;
    private final Button sheet;
    private final HBox running = Controls.row(12);
    private final Label step = Controls.label("", "muted");
    private final ProgressBar bar = new ProgressBar();
    private final RestorePanel restore;
    private final SchedulePanel schedule;

    public BackupsView(BackupActions actions, BackupWindow window) {
        this.controls = window.controls();
        this.model = new BackupsViewModel(actions, window.navigator(), window.work());
        this.restore = new RestorePanel(model, window, root, zone);
        this.schedule = new SchedulePanel(model, controls, this::askForWords);
        now = controls.primary("Back up now", "shield-check");
        now.setId("back-up-now");
        Controls.name(now, "Back up now", "F9");
        now.setOnAction(event -> model.backUp());
        sheet = controls.button("Recovery sheet", "key-round");
        sheet.setId("recovery-sheet");
        Controls.name(sheet, "Make the page that brings everything back on a new computer", "");
        sheet.setOnAction(event -> chooseSheet());
        list = list();
        VBox main = new VBox(24, head(), running(), band, list);
        main.setPadding(new Insets(24, 32, 0, 32));
        HBox.setHgrow(main, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        side.getChildren().setAll(restore.node(), schedule.node());
        side.getStyleClass().add("backup-side");
        root.getChildren().setAll(new HBox(main, side));
        root.setId("backups");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.overviewProperty().addListener((property, before, after) -> show());
        model.runningProperty().addListener((property, before, after) -> showRunning());
        showRunning();
        show();
        model.load();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void close() {
        model.close();
    }

    /// The state behind the screen, for tests and the picture book.
    public BackupsViewModel model() {
        return model;
    }

    private HBox head() {
        return Controls.row(12, Controls.label("Backups", "page-title"), Controls.spring(), sheet, now);
    }

    private HBox running() {
        Button cancel = controls.button("Cancel", "", "small");
        cancel.setId("cancel-backup");
        cancel.setOnAction(event -> model.cancel());
        bar.setPrefWidth(240);
        running.getChildren().setAll(bar, step, Controls.spring(), cancel);
        running.getStyleClass().add("backup-running");
        return running;
    }

    private void showRunning() {
        Running what = model.runningProperty().get();
        Controls.show(running, what != null);
        now.setDisable(what != null || !isSetUp());
        if (what != null) {
            step.setText(what.words() + (what.step() == null ? "…" : ": " + what.step()));
            bar.setProgress(
                    what.total() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) what.done() / what.total());
        }
    }

    private boolean isSetUp() {
        Overview overview = model.overviewProperty().get();
        return overview != null && overview.settings().isPresent();
    }

    private void show() {
        Overview overview = model.overviewProperty().get();
        boolean setUp = isSetUp();
        now.setDisable(!setUp || model.runningProperty().get() != null);
        sheet.setDisable(!setUp);
        Controls.show(list, setUp && overview != null && !overview.backups().isEmpty());
        Controls.show(side, setUp);
        VBox.setVgrow(band, setUp ? Priority.NEVER : Priority.ALWAYS);
        if (overview == null) {
            return;
        }
        band.getChildren()
                .setAll(
                        setUp
                                ? new ProofBand(overview, model, controls, zone).node()
                                : new FirstStep(overview, model, controls, root, this::chooseFolder).node());
        long size = overview.backups().stream()
                .filter(backup -> backup.status() == Backup.Status.COMPLETED)
                .mapToLong(Backup::size)
                .max()
                .orElse(0);
        counted.setText(overview.backups().size() + ", " + Words.size(size) + " in " + overview.place());
        restore.show(overview);
        schedule.show(overview);
    }

    private VBox list() {
        HBox head = Controls.row(12, Controls.label("All backups", "group-title"), counted, Controls.spring());
        ListView<Backup> view = new ListView<>(model.backups());
        view.setId("backup-list");
        view.getStyleClass().add("backup-list");
        view.setFixedCellSize(ROW);
        view.setAccessibleText("All backups");
        view.setCellFactory(each -> new BackupCell(controls, zone, model));
        VBox.setVgrow(view, Priority.ALWAYS);
        return new VBox(8, head, BackupCell.captions(), view);
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder for backups");
        File chosen = chooser.showDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.setUpFolder(chosen.toPath());
        }
    }

    private void chooseSheet() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Recovery sheet");
        chooser.setInitialFileName("sitewright-recovery-sheet.pdf");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PDF", "*.pdf"));
        File chosen = chooser.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) {
            Path file = chosen.toPath();
            model.writeSheet(file);
        }
    }

    private void askForWords() {
        new SheetCheck(root, model, controls).show();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F9) {
            event.consume();
            if (!now.isDisabled()) {
                model.backUp();
            }
        } else if (event.getCode() == KeyCode.F5) {
            event.consume();
            model.load();
        }
    }
}
