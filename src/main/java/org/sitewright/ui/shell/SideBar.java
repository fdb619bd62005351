package org.sitewright.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sitewright.ui.control.Avatar;
import org.sitewright.ui.control.Brand;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Look;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Navigator;

/// The bar at the left of the home screen: where to go, and who is signed in.
final class SideBar {
    private static final List<Place> PLACES = List.of(
            new Place("Sites", "layout-grid", new Destination.Sites()),
            new Place("Components", "blocks", new Destination.Components(null)),
            new Place("Backups", "shield-check", new Destination.Backups()),
            new Place("Activity", "scroll-text", new Destination.Activity()),
            new Place("Bin", "trash-2", new Destination.Bin()));

    private final VBox root = new VBox();

    private record Place(String words, String icon, Destination destination) {}

    /// @param name of who is signed in
    SideBar(String name, Destination at, Controls controls, Look look, Navigator navigator, AccountActions account) {
        HBox brand = Controls.row(10, Brand.of());
        brand.setPadding(new Insets(14, 16, 14, 16));
        VBox places = new VBox(2);
        for (Place place : PLACES) {
            Button button = controls.button(place.words(), place.icon(), "nav-item");
            button.setId("nav-" + place.words().toLowerCase(Locale.ROOT));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> navigator.open(place.destination()));
            if (place.destination().getClass().equals(at.getClass())) {
                button.getStyleClass().add("selected");
            }
            places.getChildren().add(button);
        }
        places.setPadding(new Insets(4, 8, 8, 8));
        HBox saved = Controls.row(
                8,
                controls.icons().of("shield-check"),
                Controls.label("All saved on this computer", "meta", "success-text"));
        saved.getStyleClass().add("success-text");
        saved.setPadding(new Insets(12, 16, 12, 16));
        Button who = controls.button(name, "", "account-button");
        who.setId("account");
        who.setGraphic(Avatar.of(name, false));
        who.setMaxWidth(Double.MAX_VALUE);
        who.setAccessibleText("Account of " + name);
        ContextMenu menu = menu(controls, look, account);
        who.setOnAction(event -> menu.show(who, javafx.geometry.Side.TOP, 12, 0));
        root.getChildren()
                .setAll(brand, places, Controls.spring(), Controls.hairline(), saved, Controls.hairline(), who);
        root.getStyleClass().add("side-bar");
    }

    /// What the account menu does.
    interface AccountActions {
        void lock();

        void signOut();

        /// The entry for the keychain; empty where there is nothing to switch.
        Optional<MenuItem> keychain();
    }

    Node node() {
        return root;
    }

    private static ContextMenu menu(Controls controls, Look look, AccountActions account) {
        MenuItem lock = new MenuItem("Lock", controls.icons().of("lock"));
        lock.setOnAction(event -> account.lock());
        MenuItem out = new MenuItem("Sign out", controls.icons().of("log-out"));
        out.setOnAction(event -> account.signOut());
        Menu theme = new Menu("Appearance", controls.icons().of("sun-moon"));
        for (Look.Choice choice : Look.Choice.values()) {
            RadioMenuItem item = new RadioMenuItem(
                    switch (choice) {
                        case SYSTEM -> "Like the system";
                        case LIGHT -> "Light";
                        case DARK -> "Dark";
                    });
            item.setSelected(look.choiceProperty().get() == choice);
            item.setOnAction(event -> {
                item.setSelected(true);
                look.choiceProperty().set(choice);
            });
            look.choiceProperty().addListener((property, before, after) -> item.setSelected(after == choice));
            theme.getItems().add(item);
        }
        ContextMenu menu = new ContextMenu(theme);
        account.keychain().ifPresent(menu.getItems()::add);
        menu.getItems().addAll(new SeparatorMenuItem(), lock, out);
        return menu;
    }
}
