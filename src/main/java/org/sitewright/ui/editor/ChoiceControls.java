package org.sitewright.ui.editor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ListCell;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.Field;
import org.sitewright.library.FieldType;
import org.sitewright.site.Value;
import org.sitewright.ui.control.Controls;

/// The controls for fields with few possible values: choices, colour roles, numbers, switches and days.
final class ChoiceControls {
    private static final List<FieldType.Option> ROLES = List.of(
            new FieldType.Option("", "Automatic"),
            new FieldType.Option("plain", "Page"),
            new FieldType.Option("surface", "Surface"),
            new FieldType.Option("accent", "Accent"),
            new FieldType.Option("panel-1", "Panel 1"),
            new FieldType.Option("panel-2", "Panel 2"),
            new FieldType.Option("panel-3", "Panel 3"),
            new FieldType.Option("panel-4", "Panel 4"),
            new FieldType.Option("panel-5", "Panel 5"),
            new FieldType.Option("panel-6", "Panel 6"),
            new FieldType.Option("night", "Night"));

    private ChoiceControls() {}

    /// @param swatch shows a role in the colours of the site
    static FieldControl colorRole(Field field, Function<String, Node> swatch, FieldControl.Listener listener) {
        return choice(field, ROLES, swatch, listener);
    }

    static FieldControl choice(Field field, List<FieldType.Option> options, FieldControl.Listener listener) {
        return choice(field, options, null, listener);
    }

    private static final class SwatchCell extends ListCell<FieldType.Option> {
        private final Function<String, Node> swatch;

        SwatchCell(Function<String, Node> swatch) {
            this.swatch = swatch;
            setGraphicTextGap(10);
        }

        @Override
        protected void updateItem(FieldType.@Nullable Option option, boolean empty) {
            super.updateItem(option, empty);
            setText(null);
            setGraphic(null);
            if (!empty && option != null) {
                setText(option.label());
                setGraphic(option.value().isEmpty() ? null : swatch.apply(option.value()));
            }
        }
    }

    private static FieldControl choice(
            Field field,
            List<FieldType.Option> options,
            @Nullable Function<String, Node> swatch,
            FieldControl.Listener listener) {
        ComboBox<FieldType.Option> box = new ComboBox<>();
        box.getItems().setAll(options);
        box.setMaxWidth(Double.MAX_VALUE);
        if (swatch != null) {
            box.setCellFactory(list -> new SwatchCell(swatch));
            box.setButtonCell(new SwatchCell(swatch));
        }
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(FieldType.@Nullable Option option) {
                return option == null ? "" : option.label();
            }

            @Override
            public FieldType.Option fromString(String text) {
                throw new UnsupportedOperationException("not typed in");
            }
        });
        boolean[] showing = {false};
        box.valueProperty().addListener((property, before, after) -> {
            if (!showing[0] && after != null) {
                listener.accept(new Value.Text(after.value()));
            }
        });
        return of(Controls.field(field.label(), box), value -> {
            String wanted = value instanceof Value.Text text ? text.text() : field.initial();
            showing[0] = true;
            box.setValue(options.stream()
                    .filter(option -> option.value().equals(wanted))
                    .findFirst()
                    .orElse(options.getFirst()));
            showing[0] = false;
        });
    }

    static FieldControl toggle(Field field, FieldControl.Listener listener) {
        CheckBox box = new CheckBox(field.label());
        box.setOnAction(event -> listener.accept(new Value.Flag(box.isSelected())));
        return of(
                box,
                value -> box.setSelected(
                        value instanceof Value.Flag flag
                                ? flag.on()
                                : field.initial().equals("true")));
    }

    static FieldControl number(Field field, FieldType.Decimal type, FieldControl.Listener listener) {
        Spinner<Double> spinner = new Spinner<>();
        SpinnerValueFactory.DoubleSpinnerValueFactory values = new SpinnerValueFactory.DoubleSpinnerValueFactory(
                type.min().doubleValue(), type.max().doubleValue());
        values.setAmountToStepBy(type.step().doubleValue());
        spinner.setValueFactory(values);
        spinner.setEditable(true);
        spinner.setMaxWidth(Double.MAX_VALUE);
        boolean[] showing = {false};
        values.valueProperty().addListener((property, before, after) -> {
            if (!showing[0] && after != null) {
                listener.accept(new Value.Decimal(BigDecimal.valueOf(after).stripTrailingZeros()));
            }
        });
        return of(Controls.field(field.label(), spinner), value -> {
            showing[0] = true;
            double initial = field.initial().isEmpty()
                    ? type.min().doubleValue()
                    : new BigDecimal(field.initial()).doubleValue();
            values.setValue(
                    value instanceof Value.Decimal number ? number.number().doubleValue() : initial);
            showing[0] = false;
        });
    }

    static FieldControl day(Field field, FieldControl.Listener listener) {
        DatePicker picker = new DatePicker();
        picker.setMaxWidth(Double.MAX_VALUE);
        boolean[] showing = {false};
        picker.valueProperty().addListener((property, before, after) -> {
            if (!showing[0]) {
                listener.accept(new Value.Text(after == null ? "" : after.toString()));
            }
        });
        return of(Controls.field(field.label(), picker), value -> {
            showing[0] = true;
            picker.setValue(date(value));
            showing[0] = false;
        });
    }

    private static @Nullable LocalDate date(@Nullable Value value) {
        try {
            return value instanceof Value.Text text && !text.text().isEmpty() ? LocalDate.parse(text.text()) : null;
        } catch (DateTimeParseException otherWords) {
            return null;
        }
    }

    /// How a control shows a value.
    private interface Shower {
        void show(@Nullable Value value);
    }

    private static FieldControl of(Node node, Shower shower) {
        Objects.requireNonNull(node);
        return new FieldControl() {
            @Override
            public Node node() {
                return node;
            }

            @Override
            public void show(@Nullable Value value) {
                shower.show(value);
            }
        };
    }
}
