package org.sitewright.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Makes the small controls in the program's own look, each with an accessible name.
public final class Controls {
    private final Icons icons;

    public Controls(Icons icons) {
        this.icons = icons;
    }

    public Icons icons() {
        return icons;
    }

    /// A button with words, and an icon unless its name is empty.
    public Button button(String text, String icon, String... styles) {
        Button button = new Button(text);
        if (!icon.isEmpty()) {
            button.setGraphic(icons.of(icon));
        }
        button.getStyleClass().addAll(styles);
        button.setMnemonicParsing(false);
        return button;
    }

    /// The one button that a screen is for.
    public Button primary(String text, String icon) {
        return button(text, icon, "accent");
    }

    /// A button with an icon alone; its words become the tooltip and the accessible name.
    ///
    /// @param shortcut as it is shown, or empty
    public Button iconButton(String words, String icon, String shortcut) {
        Button button = new Button("", icons.of(icon));
        button.getStyleClass().addAll("flat", "icon-button");
        name(button, words, shortcut);
        return button;
    }

    public ToggleButton iconToggle(String words, String icon, String shortcut) {
        ToggleButton button = new ToggleButton("", icons.of(icon));
        button.getStyleClass().addAll("icon-toggle");
        name(button, words, shortcut);
        return button;
    }

    /// Gives a control a tooltip with its shortcut, and an accessible name.
    public static void name(javafx.scene.control.Control control, String words, String shortcut) {
        Tooltip tooltip = new Tooltip(shortcut.isEmpty() ? words : words + "   " + shortcut);
        tooltip.setShowDelay(Duration.millis(400));
        control.setTooltip(tooltip);
        control.setAccessibleText(words);
    }

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A pill with a dot, as "Published".
    ///
    /// @param tone `success`, `warning`, `danger`, `accent` or `neutral`
    public static Label badge(String text, String tone) {
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        Label badge = new Label(text, dot);
        badge.getStyleClass().addAll("badge", tone);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        return badge;
    }

    /// A label above a control.
    public static VBox field(String label, Node control) {
        Label caption = label(label, "field-label");
        if (control instanceof javafx.scene.control.Control target) {
            caption.setLabelFor(target);
            target.setAccessibleText(label);
        }
        VBox box = new VBox(4, caption, control);
        box.getStyleClass().add("field");
        return box;
    }

    /// Takes whatever width is left.
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        VBox.setVgrow(spring, Priority.ALWAYS);
        return spring;
    }

    public static HBox row(double gap, Node... children) {
        HBox row = new HBox(gap, children);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public static Region hairline() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        line.setMinHeight(1);
        line.setMaxHeight(1);
        return line;
    }

    /// Shows or hides a node, giving up its place when hidden.
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
