package org.sitewright.ui.account;

import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Look;

/// Chooses light or dark before anybody has signed in.
final class LookChoice {
    private final MenuButton button;

    LookChoice(Look look, Controls controls) {
        button = new MenuButton("", controls.icons().of("sun-moon"));
        button.getStyleClass().add("flat");
        button.setTranslateX(-14);
        button.setAccessibleText("Appearance");
        for (Look.Choice choice : Look.Choice.values()) {
            MenuItem item = new MenuItem(words(choice));
            item.setOnAction(event -> look.choiceProperty().set(choice));
            button.getItems().add(item);
        }
        look.choiceProperty().subscribe(choice -> button.setText(words(choice)));
    }

    Node node() {
        return button;
    }

    private static String words(Look.Choice choice) {
        return switch (choice) {
            case SYSTEM -> "System theme";
            case LIGHT -> "Light";
            case DARK -> "Dark";
        };
    }
}
