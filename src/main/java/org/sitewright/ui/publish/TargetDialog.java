package org.sitewright.ui.publish;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.MapChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.sitewright.publish.Target;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.DialogBox;
import org.sitewright.ui.control.Overlay;
import org.sitewright.ui.publish.TargetForm.Field;
import org.sitewright.ui.publish.TargetForm.Kind;
import org.sitewright.ui.publish.TargetFormViewModel.Phase;
import org.sitewright.ui.publish.TargetInputs.Input;

/// Asks for a target, over the screen. Esc closes it.
final class TargetDialog {
    private static final double WIDTH = 580;
    private static final double HALF = 258;
    private static final double TILE = 97;
    private static final int COLUMNS = 5;
    private static final Input NAME = new Input(Field.NAME, TargetInputs.Form.TEXT, "Name", "as My bakery", "");

    private final TargetFormViewModel form;
    private final Controls controls;
    private final Consumer<Target> saved;
    private final Overlay overlay;
    private final VBox fields = new VBox(14);
    private final ScrollPane scroll = new ScrollPane(fields);
    private final StackPane verdict = new StackPane();
    private final TargetBoxes boxes;
    private final Button test;
    private final Button save;

    TargetDialog(StackPane over, TargetFormViewModel form, Controls controls, Consumer<Target> saved) {
        overlay = new Overlay(over);
        this.form = form;
        this.controls = controls;
        this.saved = saved;
        boxes = new TargetBoxes(form, controls, fields);
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

    void show() {
        fields.setPadding(new Insets(20, 24, 20, 24));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = DialogBox.of(
                "target-dialog",
                WIDTH,
                DialogBox.head(form.changes() ? "Change the target" : "Add a target", overlay, controls),
                DialogBox.foot(test, Controls.spring(), DialogBox.cancel(overlay, controls), save),
                scroll,
                verdict);
        overlay.setKeys(event -> {
            boolean saves = event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField;
            if (saves) {
                save();
            }
            return saves;
        });
        overlay.ask(box, box, form::forgetTyped);
        fit();
        boxes.focus(Field.NAME);
    }

    private void save() {
        form.save(target -> {
            overlay.close();
            saved.accept(target);
        });
    }

    private void showFields() {
        boxes.clear();
        fields.getChildren().setAll(kinds(), boxes.of(NAME));
        if (form.kind.get() == Kind.COMPATIBLE) {
            fields.getChildren().add(hosts());
        }
        for (List<Input> row : TargetInputs.of(form.kind.get())) {
            fields.getChildren().add(row(row));
            if (row.stream().anyMatch(input -> input.form() == TargetInputs.Form.SECRET)) {
                addSecretHelp();
            }
            if (row.getFirst().field() == Field.ENDPOINT) {
                CheckBox style = new CheckBox("The bucket stands in the path, not in the host name");
                style.selectedProperty().bindBidirectional(form.pathStyle);
                fields.getChildren().add(style);
            }
        }
        if (!form.liveOnes().isEmpty()) {
            fields.getChildren().add(boxes.staging());
        }
        showFaults();
    }

    /// What is known of some hosts need not be typed.
    private Node hosts() {
        HBox hosts = Controls.row(8, Controls.label("Fill in for", "meta"));
        for (S3Host host : S3Host.values()) {
            Button fill = controls.button(host.label(), "", "small");
            fill.setId("host-" + host.name().toLowerCase(Locale.ROOT));
            fill.setOnAction(event -> form.take(host));
            hosts.getChildren().add(fill);
        }
        return hosts;
    }

    private Node kinds() {
        TilePane kinds = new TilePane(8, 8);
        kinds.setPrefColumns(COLUMNS);
        ToggleGroup group = new ToggleGroup();
        for (Kind kind : Kind.values()) {
            ToggleButton button =
                    new ToggleButton(TargetWords.label(kind), controls.icons().of(TargetWords.icon(kind)));
            button.setId("kind-" + kind.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add("kind-tile");
            button.setContentDisplay(ContentDisplay.TOP);
            button.setPrefWidth(TILE);
            button.setToggleGroup(group);
            button.setSelected(kind == form.kind.get());
            // Another kind of place is another target.
            button.setDisable(!form.mayBe(kind));
            button.setOnAction(event -> {
                form.kind.set(kind);
                Node chosen = fields.lookup("#" + button.getId());
                if (chosen != null) {
                    chosen.requestFocus();
                }
            });
            kinds.getChildren().add(button);
        }
        return kinds;
    }

    private String keyHelp() {
        if (!form.vaultIsOpen()) {
            return "The vault is locked, so no secret can be kept or used. Sign in again to open it.";
        }
        return form.changes()
                ? "Leave it empty to keep the secret that is there."
                : "Secrets are kept in the vault of your account on this computer, encrypted, and never shown again.";
    }

    private Node row(List<Input> inputs) {
        return inputs.size() == 1
                ? boxes.of(inputs.getFirst())
                : pair(boxes.of(inputs.get(0)), boxes.of(inputs.get(1)));
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

    private void addSecretHelp() {
        Label help = Controls.label(keyHelp(), "field-help");
        help.setWrapText(true);
        if (!form.vaultIsOpen()) {
            help.getStyleClass().setAll("label", "field-error");
        }
        fields.getChildren().add(help);
    }

    private void showFaults() {
        boxes.showFaults();
        fit();
    }

    /// The dialog is as tall as what it asks for, and scrolls where the window is not.
    private void fit() {
        // The fields have their look only once the pane around them has.
        scroll.applyCss();
        scroll.setPrefViewportHeight(fields.prefHeight(WIDTH));
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
            case Phase.Works works -> works(works);
            case Phase.Unknown unknown -> unknown(unknown);
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

    /// The key is to be compared by a person, so it stands alone and can be copied.
    private void unknown(Phase.Unknown unknown) {
        message(
                "warning",
                "shield-question-mark",
                unknown.trouble().happened(),
                unknown.trouble().remedy(),
                unknown.trouble().code());
        Button trust = controls.button("Accept this key", "check");
        trust.setId("dialog-trust");
        trust.setOnAction(event -> form.trust());
        addToMessage(trust);
    }

    private void works(Phase.Works works) {
        boolean plain = works.warnings().isEmpty();
        message(
                plain ? "success" : "warning",
                plain ? "circle-check" : "triangle-alert",
                "The connection works",
                plain
                        ? "Listing, writing, reading and deleting were tried. Nothing was left there."
                        : String.join(" ", works.warnings()),
                "");
        if (!works.abilities().isEmpty()) {
            addToMessage(HostAbilities.list(works.abilities(), controls));
        }
    }

    private void addToMessage(Node more) {
        if (verdict.getChildren().getFirst() instanceof HBox box
                && box.getChildren().getLast() instanceof VBox text) {
            text.getChildren().add(more);
        }
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
