package org.sitewright.ui.publish;

import java.io.File;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.Target;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.publish.TargetForm.Field;
import org.sitewright.ui.publish.TargetInputs.Form;
import org.sitewright.ui.publish.TargetInputs.Input;

/// The fields of the target dialog, each with its label, its help and what is wrong with it.
final class TargetBoxes {
    private final TargetFormViewModel form;
    private final Controls controls;
    private final Node owner;
    private final Map<Field, Label> problems = new EnumMap<>(Field.class);
    private final Map<Field, TextField> inputs = new EnumMap<>(Field.class);

    TargetBoxes(TargetFormViewModel form, Controls controls, Node owner) {
        this.form = form;
        this.controls = controls;
        this.owner = owner;
    }

    void clear() {
        problems.clear();
        inputs.clear();
    }

    VBox of(Input input) {
        Field of = input.field();
        TextField field = input.form() == Form.SECRET ? new PasswordField() : new TextField();
        field.setPromptText(input.prompt());
        field.setId("field-" + of.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        field.textProperty().bindBidirectional(form.text(of));
        field.textProperty()
                .addListener((property, before, after) -> form.faults().remove(of));
        VBox box = Controls.field(input.label(), field);
        if (input.form() == Form.FOLDER || input.form() == Form.FILE || input.form() == Form.NEW_FILE) {
            addChooser(box, field, input);
        }
        Label problem = Controls.label("", "field-error");
        problem.setWrapText(true);
        box.getChildren().add(problem);
        if (!input.help().isEmpty()) {
            Label help = Controls.label(input.help(), "field-help");
            help.setWrapText(true);
            box.getChildren().add(help);
        }
        problems.put(of, problem);
        inputs.put(of, field);
        return box;
    }

    /// Whether what is published here is only to be looked at before it goes live, and where.
    VBox staging() {
        ComboBox<@Nullable Target> live = new ComboBox<>();
        live.setId("field-stages-for");
        live.getItems().add(null);
        live.getItems().addAll(form.liveOnes());
        live.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Target target) {
                return target == null ? "No, it is for visitors" : "Yes, before “" + target.name() + "”";
            }

            @Override
            public @Nullable Target fromString(String words) {
                return null;
            }
        });
        live.setMaxWidth(Double.MAX_VALUE);
        live.valueProperty().bindBidirectional(form.stagesFor);
        VBox box = Controls.field("Is it a staging place?", live);
        Label help = Controls.label(
                "Search engines are asked to leave a staging place out. What you have looked at there is promoted to the"
                        + " live one as it is.",
                "field-help");
        help.setWrapText(true);
        box.getChildren().add(help);
        return box;
    }

    void showFaults() {
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

    void focus(Field field) {
        Optional.ofNullable(inputs.get(field)).ifPresent(Node::requestFocus);
    }

    private void addChooser(VBox box, TextField field, Input input) {
        Button choose = controls.button("Choose…", "folder-open");
        Controls.name(choose, "Choose the " + input.label().toLowerCase(Locale.ROOT), "");
        choose.setOnAction(event -> choose(input).ifPresent(file -> field.setText(file.getAbsolutePath())));
        HBox.setHgrow(field, Priority.ALWAYS);
        box.getChildren().remove(field);
        box.getChildren().add(1, Controls.row(8, field, choose));
    }

    private Optional<File> choose(Input input) {
        Window window = owner.getScene().getWindow();
        if (input.form() == Form.FOLDER) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle("Choose the folder that the site is written to");
            return Optional.ofNullable(chooser.showDialog(window));
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle(input.label());
        if (input.form() == Form.NEW_FILE) {
            chooser.setInitialFileName("site.zip");
            return Optional.ofNullable(chooser.showSaveDialog(window));
        }
        return Optional.ofNullable(chooser.showOpenDialog(window));
    }
}
