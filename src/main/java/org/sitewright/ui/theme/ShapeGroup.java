package org.sitewright.ui.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sitewright.site.Theme;
import org.sitewright.site.ThemeTokens;
import org.sitewright.ui.control.Controls;

/// Corners, density, rhythm, shadows, buttons, the size of type, and who sees the dark colours.
final class ShapeGroup {
    private final ThemeViewModel model;
    private final VBox root = new VBox(8);
    private final Slider scale = new Slider(ThemeTokens.SMALLEST, ThemeTokens.LARGEST, 100);
    private final Label percent = Controls.label("", "muted");
    private final List<Runnable> showing = new ArrayList<>();
    private boolean quiet;

    ShapeGroup(ThemeViewModel model) {
        this.model = model;
        root.getChildren()
                .addAll(
                        size(),
                        corners(),
                        tokens(
                                "Density",
                                names(ThemeTokens.Density.class, "Own", "Tight", "Calm", "Airy"),
                                ThemeTokens::density,
                                ThemeTokens::withDensity),
                        tokens(
                                "Sections",
                                names(ThemeTokens.Rhythm.class, "Own", "Close", "Even", "Wide"),
                                ThemeTokens::rhythm,
                                ThemeTokens::withRhythm),
                        tokens(
                                "Shadows",
                                names(ThemeTokens.Shadows.class, "Own", "None", "Soft", "Deep"),
                                ThemeTokens::shadows,
                                ThemeTokens::withShadows),
                        buttons(),
                        mode(),
                        greys());
    }

    Node root() {
        return root;
    }

    void show() {
        quiet = true;
        scale.setValue(model.theme().tokens().scale());
        percent.setText(model.theme().tokens().scale() + " %");
        showing.forEach(Runnable::run);
        quiet = false;
    }

    private Node size() {
        scale.setBlockIncrement(5);
        scale.setAccessibleText("Size of type in percent");
        scale.setId("type-scale");
        HBox.setHgrow(scale, Priority.ALWAYS);
        percent.setMinWidth(44);
        scale.valueProperty().addListener((property, before, after) -> {
            if (!quiet) {
                model.tokens(
                        "Size of type", "theme-scale", model.theme().tokens().withScale(after.intValue()));
            }
        });
        return row("Size", Controls.row(8, scale, percent));
    }

    private Node corners() {
        Segments<ThemeTokens.Corners> segments = segments(
                "Corners",
                names(ThemeTokens.Corners.class, "Own", "Square", "Slight", "Soft", "Round"),
                ThemeTokens::corners,
                ThemeTokens::withCorners);
        for (ThemeTokens.Corners corners : ThemeTokens.Corners.values()) {
            if (corners != ThemeTokens.Corners.STYLE) {
                Region drawing = new Region();
                drawing.getStyleClass()
                        .addAll("corner", "corner-" + corners.name().toLowerCase(Locale.ROOT));
                segments.draw(corners, drawing);
            }
        }
        return row("Corners", segments.root());
    }

    private Node buttons() {
        Map<ThemeTokens.Buttons, String> all = names(
                ThemeTokens.Buttons.class,
                "As the style has them",
                "Square",
                "Rounded",
                "Pill",
                "Outline",
                "Underlined");
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(all.values());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText("Shape of buttons");
        box.setId("button-shape");
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setOnAction(event -> {
            if (!quiet) {
                all.forEach((shape, words) -> {
                    if (words.equals(box.getValue())) {
                        model.tokens("Buttons", "", model.theme().tokens().withButtons(shape));
                    }
                });
            }
        });
        showing.add(() -> box.setValue(all.get(model.theme().tokens().buttons())));
        return row("Buttons", box);
    }

    private Node mode() {
        Map<Theme.ColorMode, String> choices = new LinkedHashMap<>();
        choices.put(Theme.ColorMode.LIGHT, "Off");
        choices.put(Theme.ColorMode.AUTO, "Visitor’s");
        choices.put(Theme.ColorMode.DARK, "Always");
        Segments<Theme.ColorMode> segments = new Segments<>("Dark mode", choices, model::mode);
        showing.add(() -> segments.show(model.theme().mode()));
        return row("Dark mode", segments.root());
    }

    private Node greys() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("warm", "Warm");
        choices.put("cool", "Cool");
        choices.put("tint", "Tinted");
        Segments<String> segments = new Segments<>("Greys", choices, model::neutral);
        showing.add(() -> segments.show(
                choices.containsKey(model.theme().neutral()) ? model.theme().neutral() : "warm"));
        return row("Greys", segments.root());
    }

    private <E extends Enum<E>> Node tokens(
            String name,
            Map<E, String> choices,
            Function<ThemeTokens, E> get,
            BiFunction<ThemeTokens, E, ThemeTokens> set) {
        return row(name, segments(name, choices, get, set).root());
    }

    private <E extends Enum<E>> Segments<E> segments(
            String name,
            Map<E, String> choices,
            Function<ThemeTokens, E> get,
            BiFunction<ThemeTokens, E, ThemeTokens> set) {
        Segments<E> segments = new Segments<>(
                name,
                choices,
                choice -> model.tokens(name, "", set.apply(model.theme().tokens(), choice)));
        showing.add(() -> segments.show(get.apply(model.theme().tokens())));
        return segments;
    }

    private static <E extends Enum<E>> Map<E, String> names(Class<E> type, String... words) {
        Map<E, String> choices = new LinkedHashMap<>();
        E[] constants = type.getEnumConstants();
        for (int i = 0; i < words.length; i++) {
            choices.put(constants[i], words[i]);
        }
        return choices;
    }

    private static Node row(String name, Node control) {
        Label label = Controls.label(name, "muted");
        label.setMinWidth(76);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = Controls.row(8, label, control);
        row.setMinHeight(34);
        return row;
    }
}
