package org.sitewright.ui.publish;

import java.io.File;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.collections.MapChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.Target;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.publish.TargetForm.Field;
import org.sitewright.ui.publish.TargetForm.Kind;
import org.sitewright.ui.publish.TargetFormViewModel.Phase;

/// Asks for a target, over the screen. Esc closes it.
final class TargetDialog {
    private static final double WIDTH = 560;
    private static final double HALF = 248;

    private final TargetFormViewModel form;
    private final Controls controls;
    private final Consumer<Target> saved;
    private final StackPane scrim = new StackPane();
    private final VBox fields = new VBox(14);
    private final StackPane verdict = new StackPane();
    private final Map<Field, Label> problems = new EnumMap<>(Field.class);
    private final Map<Field, TextField> inputs = new EnumMap<>(Field.class);
    private final Button test;
    private final Button save;

    TargetDialog(TargetFormViewModel form, Controls controls, Consumer<Target> saved) {
        this.form = form;
        this.controls = controls;
        this.saved = saved;
        test = controls.button("Test connection", "plug");
        test.setId("dialog-test");
        test.setOnAction(event -> form.test());
        save = controls.primary(form.changes() ? "Save" : "Add target", "");
        save.setId("dialog-save");
        save.setOnAction(event -> save());
        form.kind.addListener((property, before, after) -> showFields());
        form.phaseProperty().addListener((property, before, after) -> showPhase());
        form.faults().addListener((MapChangeListener<Field, String>) change -> showFaults());
        showFields();
        showPhase();
    }

    void show(StackPane over) {
        Button close = controls.iconButton("Close", "x", "Esc");
        close.setOnAction(event -> close());
        HBox head = Controls.row(
                12,
                Controls.label(form.changes() ? "Change the target" : "Add a target", "group-title"),
                Controls.spring(),
                close);
        head.setPadding(new Insets(12, 12, 12, 24));
        fields.setPadding(new Insets(20, 24, 20, 24));
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.prefViewportHeightProperty().bind(fields.heightProperty());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button cancel = controls.button("Cancel", "");
        cancel.setOnAction(event -> close());
        HBox foot = Controls.row(8, test, Controls.spring(), cancel, save);
        foot.setPadding(new Insets(12, 24, 14, 24));
        VBox box = new VBox(head, Controls.hairline(), scroll, verdict, Controls.hairline(), foot);
        box.getStyleClass().add("dialog-box");
        box.setId("target-dialog");
        box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        scrim.getStyleClass().add("scrim");
        scrim.setPadding(new Insets(32));
        scrim.getChildren().setAll(box);
        scrim.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
                event.consume();
                save();
            }
        });
        over.getChildren().add(scrim);
        TextField first = inputs.get(Field.NAME);
        if (first != null) {
            first.requestFocus();
        }
    }

    private void save() {
        form.save(target -> {
            close();
            saved.accept(target);
        });
    }

    private void close() {
        form.forgetTyped();
        if (scrim.getParent() instanceof StackPane over) {
            over.getChildren().remove(scrim);
            over.requestFocus();
        }
    }

    private void showFields() {
        problems.clear();
        inputs.clear();
        fields.getChildren().setAll(kinds(), text(Field.NAME, "Name", form.name, "as My bakery"));
        switch (form.kind.get()) {
            case FOLDER -> fields.getChildren().addAll(folder(), publicUrl());
            case AMAZON, COMPATIBLE -> s3();
        }
        showFaults();
    }

    private Node kinds() {
        HBox kinds = new HBox();
        kinds.getStyleClass().add("segmented");
        kinds.setMaxWidth(Region.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (Kind kind : Kind.values()) {
            ToggleButton button = new ToggleButton(
                    switch (kind) {
                        case FOLDER -> "Folder";
                        case AMAZON -> "Amazon S3";
                        case COMPATIBLE -> "S3-compatible";
                    });
            button.setId("kind-" + kind.name().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.setSelected(kind == form.kind.get());
            // Another kind of place is another target.
            button.setDisable(form.changes() && (kind == Kind.FOLDER) != (form.kind.get() == Kind.FOLDER));
            button.setOnAction(event -> {
                button.setSelected(true);
                form.kind.set(kind);
            });
            kinds.getChildren().add(button);
        }
        return kinds;
    }

    private Node folder() {
        VBox field = text(Field.FOLDER, "Folder", form.folder, "as /srv/www/bakery");
        Button choose = controls.button("Choose…", "folder-open");
        choose.setOnAction(event -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle("Choose the folder that the site is written to");
            File file = chooser.showDialog(scrim.getScene().getWindow());
            if (file != null) {
                form.folder.set(file.getAbsolutePath());
            }
        });
        TextField path = (TextField) field.getChildren().get(1);
        HBox.setHgrow(path, Priority.ALWAYS);
        field.getChildren().remove(path);
        field.getChildren().add(1, Controls.row(8, path, choose));
        help(field, "An empty folder, or one that this site was published to before.");
        return field;
    }

    private Node publicUrl() {
        VBox field = text(Field.PUBLIC_URL, "Public address (optional)", form.publicUrl, "as https://example.org/");
        help(
                field,
                "Where visitors find the site. It goes into the sitemap and into what is shown when a page is shared.");
        return field;
    }

    private void s3() {
        boolean amazon = form.kind.get() == Kind.AMAZON;
        if (!amazon) {
            fields.getChildren().add(text(Field.ENDPOINT, "Endpoint", form.endpoint, "as https://s3.example.org"));
        }
        fields.getChildren()
                .add(pair(
                        text(Field.BUCKET, "Bucket", form.bucket, ""),
                        text(
                                Field.REGION,
                                amazon ? "Region" : "Region (if the host has one)",
                                form.region,
                                amazon ? "as eu-central-1" : "as auto")));
        VBox prefix = text(null, "Folder in the bucket (optional)", form.prefix, "as site");
        fields.getChildren().add(prefix);
        if (!amazon) {
            CheckBox style = new CheckBox("The bucket stands in the path, not in the host name");
            style.selectedProperty().bindBidirectional(form.pathStyle);
            fields.getChildren().add(style);
        }
        fields.getChildren().add(publicUrl());
        VBox secret = secret();
        fields.getChildren().add(pair(text(Field.KEY_ID, "Access key id", form.keyId, ""), secret));
        Label help = Controls.label(keyHelp(), "field-help");
        help.setWrapText(true);
        if (!form.vaultIsOpen()) {
            help.getStyleClass().setAll("label", "field-error");
        }
        fields.getChildren().add(help);
    }

    private String keyHelp() {
        if (!form.vaultIsOpen()) {
            return "The vault is locked, so no key can be kept or used. Sign in again to open it.";
        }
        return form.changes()
                ? "Leave both empty to keep the key that is there."
                : "The key is kept in the vault of your account on this computer, encrypted, and is never shown again.";
    }

    private VBox secret() {
        PasswordField field = new PasswordField();
        return field(Field.SECRET, "Secret key", form.secret, field);
    }

    private VBox text(@Nullable Field of, String label, StringProperty value, String prompt) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        return field(of, label, value, field);
    }

    private VBox field(@Nullable Field of, String label, StringProperty value, TextField input) {
        input.textProperty().bindBidirectional(value);
        VBox box = Controls.field(label, input);
        if (of != null) {
            input.setId("field-" + of.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            Label problem = Controls.label("", "field-error");
            problem.setWrapText(true);
            problems.put(of, problem);
            inputs.put(of, input);
            box.getChildren().add(problem);
            value.addListener((property, before, after) -> form.faults().remove(of));
        }
        return box;
    }

    private static void help(VBox field, String words) {
        Label help = Controls.label(words, "field-help");
        help.setWrapText(true);
        field.getChildren().add(help);
    }

    private static Node pair(VBox left, VBox right) {
        HBox pair = new HBox(16, left, right);
        for (VBox each : new VBox[] {left, right}) {
            HBox.setHgrow(each, Priority.ALWAYS);
            each.setPrefWidth(HALF);
            each.setMinWidth(0);
        }
        return pair;
    }

    private void showFaults() {
        problems.forEach((field, label) -> {
            String words = form.faults().getOrDefault(field, "");
            label.setText(words);
            Controls.show(label, !words.isEmpty());
            TextField input = inputs.get(field);
            if (input != null) {
                input.getStyleClass().remove("invalid");
                if (!words.isEmpty()) {
                    input.getStyleClass().add("invalid");
                }
                input.setAccessibleHelp(words);
            }
        });
    }

    private void showPhase() {
        boolean busy = form.isBusy();
        test.setDisable(busy);
        save.setDisable(busy);
        verdict.setPadding(new Insets(4, 24, 16, 24));
        Controls.show(verdict, !(form.phaseProperty().get() instanceof Phase.Typing));
        switch (form.phaseProperty().get()) {
            case Phase.Typing typing -> verdict.getChildren().clear();
            case Phase.Testing testing -> busy("Testing: list, write, read, delete");
            case Phase.Saving saving -> busy("Saving");
            case Phase.Works works ->
                message(
                        works.warnings().isEmpty() ? "success" : "warning",
                        works.warnings().isEmpty() ? "circle-check" : "triangle-alert",
                        "The connection works",
                        works.warnings().isEmpty()
                                ? "Listing, writing, reading and deleting were tried. Nothing was left there."
                                : String.join(" ", works.warnings()),
                        "");
            case Phase.Fails fails ->
                message(
                        "danger",
                        "circle-alert",
                        fails.trouble().happened(),
                        fails.trouble().remedy(),
                        fails.trouble().code());
        }
    }

    private void busy(String words) {
        HBox box = Controls.row(10, Spinner.of(16), Controls.label(words, "muted"));
        box.getStyleClass().add("message");
        verdict.getChildren().setAll(box);
    }

    private void message(String tone, String icon, String happened, String remedy, String code) {
        Label title = Controls.label(happened, "strong");
        title.setWrapText(true);
        Label words = Controls.label(remedy);
        words.setWrapText(true);
        VBox text = new VBox(3, title, words);
        if (!code.isEmpty()) {
            text.getChildren().add(Controls.label(code, "mono", "muted"));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox box = Controls.row(10, controls.icons().of(icon), text);
        box.getStyleClass().addAll("message", tone);
        verdict.getChildren().setAll(box);
    }
}
