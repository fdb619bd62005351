package org.sitewright.ui.editor;

import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.sitewright.site.Theme.ColorMode;
import org.sitewright.ui.control.Actions;
import org.sitewright.ui.control.Controls;

/// How the page is looked at: device widths, any width as a number, zoom, appearance and direction.
final class CanvasSizeBar {
    private final CanvasSize size;
    private final Controls controls;
    private final Actions actions;
    private final HBox root;

    CanvasSizeBar(CanvasSize size, Controls controls, Actions actions) {
        this.size = size;
        this.controls = controls;
        this.actions = actions;
        Region rule = new Region();
        rule.getStyleClass().add("vertical-hairline");
        rule.setMaxHeight(20);
        root = Controls.row(10, devices(), width(), rule, zoom());
    }

    HBox node() {
        return root;
    }

    private HBox devices() {
        ToggleGroup group = new ToggleGroup();
        HBox segmented = new HBox();
        segmented.getStyleClass().add("segmented");
        for (Device device : Device.values()) {
            String action = "view." + device.name().toLowerCase(Locale.ROOT);
            ToggleButton button = controls.iconToggle(device.label() + " width", device.icon(), actions.keys(action));
            button.setId("device-" + device.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                actions.run(action);
                button.setSelected(true);
            });
            size.widthProperty().subscribe(pixels -> button.setSelected(pixels.intValue() == device.width()));
            segmented.getChildren().add(button);
        }
        return segmented;
    }

    private HBox width() {
        TextField width = new TextField();
        width.setId("canvas-width");
        width.getStyleClass().add("canvas-width");
        width.setAccessibleText("Width of the page in pixels");
        width.setPrefColumnCount(4);
        size.widthProperty().subscribe(pixels -> width.setText(String.valueOf(pixels)));
        Runnable take = () -> {
            String digits = width.getText().replaceAll("\\D", "");
            if (!digits.isEmpty() && digits.length() < 6) {
                size.setWidth(Integer.parseInt(digits));
            }
            width.setText(String.valueOf(size.width()));
        };
        width.setOnAction(event -> take.run());
        width.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                take.run();
            }
        });
        return Controls.row(2, width, Controls.label("px", "muted", "medium"));
    }

    private MenuButton zoom() {
        MenuButton zoom = new MenuButton();
        zoom.setId("canvas-zoom");
        zoom.getStyleClass().add("flat");
        Controls.name(zoom, "Zoom, appearance and direction", "");
        size.scaleProperty().subscribe(scale -> zoom.setText(Math.round(scale.doubleValue() * 100) + " %"));
        zoom.getItems().add(item("Fit the page", "view.fit"));
        for (int percent : new int[] {50, 75, 100, 150, 200}) {
            MenuItem item = new MenuItem(percent + " %");
            item.setOnAction(event -> size.zoomTo(percent / 100.0));
            zoom.getItems().add(item);
        }
        zoom.getItems()
                .addAll(item("Zoom in", "view.larger"), item("Zoom out", "view.smaller"), new SeparatorMenuItem());
        ToggleGroup modes = new ToggleGroup();
        zoom.getItems()
                .addAll(
                        mode("As the site says", ColorMode.AUTO, modes),
                        mode("Light", ColorMode.LIGHT, modes),
                        mode("Dark", ColorMode.DARK, modes));
        CheckMenuItem direction = new CheckMenuItem("From right to left");
        direction.setId("canvas-direction");
        direction.selectedProperty().bindBidirectional(size.rightToLeftProperty());
        zoom.getItems().addAll(new SeparatorMenuItem(), direction);
        return zoom;
    }

    private MenuItem item(String words, String action) {
        MenuItem item = new MenuItem(words + "   " + actions.keys(action));
        item.setOnAction(event -> actions.run(action));
        return item;
    }

    private RadioMenuItem mode(String words, ColorMode mode, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setId("canvas-" + mode.name().toLowerCase(Locale.ROOT));
        item.setToggleGroup(group);
        item.setSelected(mode == ColorMode.AUTO);
        item.setOnAction(event -> size.appearanceProperty().set(mode));
        return item;
    }
}
