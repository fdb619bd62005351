package org.sitewright.ui.editor;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.TilePane;
import org.sitewright.ui.control.Controls;

/// Chooses the icon that stands beside a page's name.
final class IconChooser {
    private static final List<String> NAMES = List.of(
            "file",
            "file-text",
            "house",
            "info",
            "mail",
            "phone",
            "map-pin",
            "calendar",
            "clock",
            "tag",
            "credit-card",
            "package",
            "store",
            "truck",
            "star",
            "heart",
            "trophy",
            "users",
            "user",
            "book-open",
            "graduation-cap",
            "image",
            "images",
            "camera",
            "music",
            "play",
            "mountain",
            "leaf",
            "coffee",
            "croissant",
            "wheat",
            "bike",
            "tent",
            "rocket",
            "wrench",
            "shield-check",
            "lock",
            "download",
            "message-circle",
            "megaphone",
            "circle-help",
            "globe");

    private final Controls controls;
    private final MenuButton button = new MenuButton();

    IconChooser(Controls controls, Consumer<String> chosen) {
        this.controls = controls;
        button.setId("page-icon");
        button.getStyleClass().add("icon-chooser");
        Controls.name(button, "Icon of the page", "");
        TilePane tiles = new TilePane(2, 2);
        tiles.setPrefColumns(7);
        CustomMenuItem item = new CustomMenuItem(tiles, false);
        item.getStyleClass().add("icon-grid");
        for (String name : NAMES) {
            Button each = controls.iconButton(name.replace('-', ' '), name, "");
            each.setOnAction(event -> {
                button.hide();
                chosen.accept(name);
            });
            tiles.getChildren().add(each);
        }
        button.getItems().add(item);
    }

    MenuButton node() {
        return button;
    }

    void show(String icon) {
        button.setGraphic(controls.icons().of(icon.isEmpty() ? "file" : icon));
    }
}
