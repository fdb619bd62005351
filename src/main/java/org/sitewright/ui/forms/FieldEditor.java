package org.sitewright.ui.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sitewright.edit.FormChecks;
import org.sitewright.site.FormField;
import org.sitewright.ui.control.Controls;

/// All there is to one field.
final class FieldEditor {
    private final FormsViewModel model;
    private final String id;
    private final VBox root = new VBox();
    private final List<Consumer<FormField>> showers = new ArrayList<>();
    private boolean showing;

    FieldEditor(FormsViewModel model, FormField field) {
        this.model = model;
        this.id = field.id();
        root.getStyleClass().add("item-fields");
        FormField.Type kind = field.type();
        text(
                "label",
                kind == FormField.Type.HIDDEN ? "What it is" : "Label",
                1,
                FormField::label,
                (was, text) -> with(was, was.name(), text, was.placeholder(), was.help(), was.value()));
        type();
        if (FormChecks.choices(kind)) {
            text(
                    "options",
                    "Options, one on each line",
                    4,
                    was -> String.join("\n", was.options()),
                    (was, text) -> withOptions(was, text));
        }
        if (kind == FormField.Type.HIDDEN) {
            text(
                    "value",
                    "Value that is sent",
                    1,
                    FormField::value,
                    (was, text) -> with(was, was.name(), was.label(), was.placeholder(), was.help(), text));
        } else {
            required();
            text(
                    "help",
                    "Help under the label",
                    1,
                    FormField::help,
                    (was, text) -> with(was, was.name(), was.label(), was.placeholder(), text, was.value()));
        }
        if (FieldKinds.hasPlaceholder(kind)) {
            text(
                    "placeholder",
                    "Hint in the empty box",
                    1,
                    FormField::placeholder,
                    (was, text) -> with(was, was.name(), was.label(), text, was.help(), was.value()));
        }
        text(
                "name",
                "Name in what is sent",
                1,
                FormField::name,
                (was, text) -> with(was, text.strip(), was.label(), was.placeholder(), was.help(), was.value()));
        show(field);
    }

    VBox root() {
        return root;
    }

    void show(FormField field) {
        showing = true;
        showers.forEach(shower -> shower.accept(field));
        showing = false;
    }

    private void text(
            String name,
            String label,
            int lines,
            Function<FormField, String> get,
            java.util.function.BiFunction<FormField, String, FormField> change) {
        CheckedText text =
                new CheckedText("field-" + name, label, lines, typed -> change(field -> change.apply(field, typed)));
        showers.add(field -> text.show(get.apply(field)));
        root.getChildren().add(text.node());
    }

    private void required() {
        CheckBox box = new CheckBox("Must be filled in");
        box.setId("field-required");
        box.setOnAction(event -> {
            Optional<String> unused = change(field -> new FormField(
                    field.id(),
                    field.name(),
                    field.label(),
                    field.type(),
                    box.isSelected(),
                    field.placeholder(),
                    field.help(),
                    field.options(),
                    field.value()));
        });
        showers.add(field -> box.setSelected(field.required()));
        root.getChildren().add(box);
    }

    private void type() {
        ComboBox<FormField.Type> box = new ComboBox<>();
        box.getItems().setAll(FormField.Type.values());
        box.setId("field-type");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setVisibleRowCount(12);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(FormField.@Nullable Type type) {
                return type == null ? "" : FieldKinds.words(type);
            }

            @Override
            public FormField.Type fromString(String text) {
                throw new UnsupportedOperationException("types are chosen, not typed");
            }
        });
        box.valueProperty().addListener((property, before, after) -> {
            if (!showing && after != null) {
                Optional<String> unused = change(field -> retyped(field, after));
            }
        });
        showers.add(field -> box.setValue(field.type()));
        root.getChildren().add(Controls.field("Type", box));
    }

    private Optional<String> change(UnaryOperator<FormField> change) {
        return model.change(id, change);
    }

    /// Options that a field had before are there again when it has choices again.
    private static FormField retyped(FormField field, FormField.Type type) {
        List<String> options = FormChecks.choices(type) && field.options().isEmpty()
                ? FieldKinds.fresh(field.id(), type).options()
                : field.options();
        return new FormField(
                field.id(),
                field.name(),
                field.label(),
                type,
                field.required(),
                field.placeholder(),
                field.help(),
                options,
                field.value());
    }

    private static FormField with(
            FormField field, String name, String label, String placeholder, String help, String value) {
        return new FormField(
                field.id(), name, label, field.type(), field.required(), placeholder, help, field.options(), value);
    }

    private static FormField withOptions(FormField field, String text) {
        List<String> options =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return new FormField(
                field.id(),
                field.name(),
                field.label(),
                field.type(),
                field.required(),
                field.placeholder(),
                field.help(),
                options,
                field.value());
    }
}
