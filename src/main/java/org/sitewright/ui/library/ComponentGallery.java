package org.sitewright.ui.library;

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.sitewright.library.Component;
import org.sitewright.library.component.ComponentCategories;
import org.sitewright.library.component.ComponentFile;
import org.sitewright.ui.control.Controls;

/// All components as pictures of the real thing.
final class ComponentGallery {
    private final ComponentsViewModel model;
    private final Controls controls;
    private final ComponentPictures pictures;
    private final boolean dark;
    private final Consumer<Component> open;
    private final VBox root = new VBox(20);
    private final StackPane content = new StackPane();
    private final TilePane tiles = new TilePane(20, 24);
    private final MenuButton categories = new MenuButton("All categories");
    private final Map<ComponentsViewModel.Scope, ToggleButton> scopes = new HashMap<>();
    private final TextField search = new TextField();

    ComponentGallery(
            ComponentsViewModel model, LibraryServices services, ComponentPictures pictures, Consumer<Component> open) {
        this.model = model;
        this.controls = services.window().controls();
        this.pictures = pictures;
        this.dark = services.window().dark().getAsBoolean();
        this.open = open;
        root.setPadding(new Insets(24, 32, 0, 32));
        VBox.setVgrow(content, Priority.ALWAYS);
        tiles.setPrefTileWidth(ComponentCard.WIDTH);
        tiles.setTileAlignment(Pos.TOP_LEFT);
        tiles.setPadding(new Insets(2, 2, 32, 2));
        root.getChildren().setAll(head(), tools(), content);
        model.shown().addListener((ListChangeListener<Component>) change -> show());
        model.loadedProperty().addListener((property, before, after) -> show());
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
                search.requestFocus();
                event.consume();
            }
        });
        show();
    }

    Parent root() {
        return root;
    }

    private Node head() {
        Button bring = controls.button("Import", "upload");
        bring.setId("component-import");
        bring.setOnAction(event -> bring());
        Button fresh = controls.primary("New component", "plus");
        fresh.setId("component-new");
        fresh.setOnAction(event -> model.create(open));
        return Controls.row(10, Controls.label("Components", "page-title"), Controls.spring(), bring, fresh);
    }

    private Node tools() {
        search.setPromptText("Find a component");
        search.setAccessibleText("Find a component");
        search.setId("component-search");
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox box = Controls.row(8, controls.icons().of("search"), search, Controls.label("Ctrl F", "key-cap"));
        box.getStyleClass().add("search-box");
        box.setPrefWidth(280);
        HBox chips = new HBox(2);
        ToggleGroup group = new ToggleGroup();
        for (ComponentsViewModel.Scope scope : ComponentsViewModel.Scope.values()) {
            ToggleButton chip = new ToggleButton(scope.label());
            chip.getStyleClass().add("filter-chip");
            chip.setId("components-" + scope.name().toLowerCase(java.util.Locale.ROOT));
            chip.setToggleGroup(group);
            chip.setSelected(scope == model.scopeProperty().get());
            chip.setOnAction(event -> {
                chip.setSelected(true);
                model.scopeProperty().set(scope);
            });
            scopes.put(scope, chip);
            chips.getChildren().add(chip);
        }
        categories.getStyleClass().add("flat");
        categories.setAccessibleText("Category");
        categories.setId("component-categories");
        return Controls.row(12, box, chips, Controls.spring(), categories);
    }

    private void show() {
        scopes.forEach((scope, chip) -> chip.setText(scope.label() + "  " + model.count(scope)));
        showCategories();
        if (!model.loadedProperty().get()) {
            content.getChildren().clear();
        } else if (model.shown().isEmpty()) {
            content.getChildren().setAll(nothing());
        } else {
            tiles.getChildren().clear();
            for (Component component : model.shown()) {
                ComponentCard card = new ComponentCard(component, controls, () -> open.accept(component));
                tiles.getChildren().add(card.node());
                pictures.draw(component, pictures.theme(dark), ComponentCard.WIDTH, ComponentCard.HEIGHT, card::show);
            }
            ScrollPane scroll = new ScrollPane(tiles);
            scroll.setFitToWidth(true);
            scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            content.getChildren().setAll(scroll);
        }
    }

    private void showCategories() {
        categories.getItems().clear();
        categories.getItems().add(category("", "All categories"));
        for (String name : ComponentCategories.ALL) {
            int count = model.countOf(name);
            if (count > 0) {
                categories.getItems().add(category(name, ComponentCategories.label(name) + "  " + count));
            }
        }
        String now = model.categoryProperty().get();
        categories.setText(now.isEmpty() ? "All categories" : ComponentCategories.label(now));
    }

    private MenuItem category(String name, String words) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> model.categoryProperty().set(name));
        return item;
    }

    private Node nothing() {
        boolean none = model.scopeProperty().get() == ComponentsViewModel.Scope.MINE
                && model.count(ComponentsViewModel.Scope.MINE) == 0;
        Label title = Controls.label(none ? "Your components will be here" : "Nothing here", "empty-title");
        Label text = Controls.label(
                none
                        ? "Write one, duplicate a public one, or save a section of a site as a component."
                        : "No component fits this search and filter.",
                "muted");
        VBox box = new VBox(12, controls.icons().of("blocks", 40), title, text);
        if (none) {
            Button fresh = controls.button("New component", "plus", "accent", "large");
            fresh.setOnAction(event -> model.create(open));
            box.getChildren().add(fresh);
        }
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty");
        return box;
    }

    private void bring() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import a component");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Components", "*." + ComponentFile.EXTENSION));
        File file = chooser.showOpenDialog(root.getScene().getWindow());
        if (file != null) {
            model.bring(file.toPath(), open);
        }
    }
}
