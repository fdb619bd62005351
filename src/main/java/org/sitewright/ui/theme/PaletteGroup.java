package org.sitewright.ui.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sitewright.library.NamedPalette;
import org.sitewright.ui.control.Controls;

/// The palettes to choose from, and how readable the chosen one is.
final class PaletteGroup {
    private static final int FEW = 4;

    private final ThemeViewModel model;
    private final Controls controls;
    private final VBox rows = new VBox(2);
    private final VBox roles = new VBox(8);
    private final Hyperlink all = new Hyperlink();
    private final Label rolesTitle = Controls.label("", "field-label");
    private final List<Button> buttons = new ArrayList<>();
    private boolean everything;
    private boolean dark;

    PaletteGroup(ThemeViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        all.setId("all-palettes");
        all.setOnAction(event -> {
            everything = !everything;
            show();
        });
    }

    Node root(Node source) {
        Hyperlink swap = new Hyperlink("Light or dark");
        swap.setOnAction(event -> {
            dark = !dark;
            show();
        });
        HBox heading = Controls.row(8, rolesTitle, Controls.spring(), swap);
        heading.setPadding(new Insets(8, 0, 0, 0));
        return new VBox(
                8,
                Controls.row(8, Controls.label("Palette", "group-label"), Controls.spring(), all),
                rows,
                source,
                heading,
                roles);
    }

    void show() {
        List<NamedPalette> palettes = model.palettes();
        all.setText(everything ? "Fewer" : "All " + palettes.size());
        rows.getChildren().clear();
        buttons.clear();
        for (NamedPalette palette : shown(palettes)) {
            rows.getChildren().add(row(palette));
        }
        Contrast contrast = model.contrast();
        rolesTitle.setText(dark ? "Roles, dark" : "Roles, light");
        roles.getChildren().clear();
        for (Contrast.Role role : dark ? contrast.dark() : contrast.light()) {
            Label ratio = Controls.label(
                    String.format(Locale.ROOT, "%.1f", role.ratio()), role.passes() ? "success-text" : "danger-text");
            roles.getChildren()
                    .add(Controls.row(
                            10,
                            Swatches.one(role.hex(), 20),
                            Controls.label(role.words()),
                            Controls.spring(),
                            Controls.label(role.hex().toUpperCase(Locale.ROOT), "mono", "muted"),
                            ratio));
        }
    }

    /// The chosen one is always among the few.
    private List<NamedPalette> shown(List<NamedPalette> palettes) {
        if (everything) {
            return palettes;
        }
        List<NamedPalette> few = new ArrayList<>(palettes.subList(0, Math.min(FEW, palettes.size())));
        palettes.stream()
                .filter(palette -> palette.isIn(model.theme()) && !few.contains(palette))
                .findFirst()
                .ifPresent(chosen -> few.set(few.size() - 1, chosen));
        return few;
    }

    private Button row(NamedPalette palette) {
        boolean chosen = palette.isIn(model.theme());
        Contrast contrast = Contrast.of(palette.applyTo(model.theme()));
        Label grade = Controls.label(contrast.failing() == 0 ? "AA" : "", "success-text");
        grade.setGraphic(controls.icons().of("check"));
        Button button = new Button();
        button.setGraphic(Controls.row(
                12,
                Swatches.of(palette.applyTo(model.theme())),
                Controls.label(palette.label(), chosen ? "strong" : "name"),
                Controls.spring(),
                grade));
        button.getStyleClass().add("theme-row");
        if (chosen) {
            button.getStyleClass().add("chosen");
        }
        button.setId("palette-" + palette.name());
        button.setAccessibleText("Palette " + palette.label() + (chosen ? ", chosen" : ""));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> model.palette(palette));
        buttons.add(button);
        return button;
    }
}
