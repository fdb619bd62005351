package org.sitewright.ui.sites;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
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
import javafx.scene.layout.VBox;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteRepository;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Destination.NewSite.Beginning;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Screen;
import org.sitewright.ui.fx.Work;

/// The home screen: the account's sites as pictures of their real pages.
public final class SitesView implements Screen {
    private final SitesViewModel model;
    private final Controls controls;
    private final Navigator navigator;
    private final SiteGrid grid;
    private final VBox root = new VBox(20);
    private final StackPane content = new StackPane();
    private final Label count = Controls.label("", "group-title", "muted");
    private final Map<SitesViewModel.Filter, ToggleButton> filters = new EnumMap<>(SitesViewModel.Filter.class);
    private final TextField search = new TextField();

    /// @param thumbnails draws the home pages of sites
    public SitesView(
            SiteRepository sites, SiteActions actions, Thumbnails thumbnails, Controls controls, HomeWindow window) {
        this.controls = controls;
        this.navigator = window.navigator();
        this.model = new SitesViewModel(sites, actions, navigator, window.work());
        this.grid = new SiteGrid(model, controls, thumbnails, window.clock());
        root.setPadding(new Insets(24, 32, 0, 32));
        VBox.setVgrow(content, Priority.ALWAYS);
        root.getChildren().setAll(head(), tools(), content);
        model.shown().addListener((ListChangeListener<SiteListing>) change -> show());
        model.loadedProperty().addListener((property, before, after) -> show());
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
                search.requestFocus();
                event.consume();
            }
        });
        model.load();
    }

    /// What the home screen shares with the window.
    public record HomeWindow(Navigator navigator, Work work, Clock clock) {}

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void close() {
        grid.close();
    }

    private Node head() {
        Button fresh = controls.primary("New site", "plus");
        fresh.setId("new-site");
        fresh.setOnAction(event -> begin(Beginning.STARTER));
        return Controls.row(10, Controls.label("Sites", "page-title"), count, Controls.spring(), fresh);
    }

    private Node tools() {
        search.setPromptText("Find a site");
        search.setId("site-search");
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox box = Controls.row(8, controls.icons().of("search"), search, Controls.label("Ctrl F", "key-cap"));
        box.getStyleClass().add("search-box");
        box.setPrefWidth(280);
        HBox chips = new HBox(2);
        ToggleGroup group = new ToggleGroup();
        for (SitesViewModel.Filter filter : SitesViewModel.Filter.values()) {
            ToggleButton chip = new ToggleButton(filter.label());
            chip.getStyleClass().add("filter-chip");
            chip.setToggleGroup(group);
            chip.setSelected(filter == SitesViewModel.Filter.ALL);
            chip.setOnAction(event -> {
                chip.setSelected(true);
                model.filterProperty().set(filter);
            });
            filters.put(filter, chip);
            chips.getChildren().add(chip);
        }
        MenuButton sort = new MenuButton(SitesViewModel.Sort.EDITED.label());
        sort.getStyleClass().add("flat");
        sort.setAccessibleText("Order of the sites");
        for (SitesViewModel.Sort order : SitesViewModel.Sort.values()) {
            MenuItem item = new MenuItem(order.label());
            item.setOnAction(event -> {
                sort.setText(order.label());
                model.sortProperty().set(order);
            });
            sort.getItems().add(item);
        }
        return Controls.row(12, box, chips, Controls.spring(), sort);
    }

    private void show() {
        count.setText(model.isEmpty() ? "" : String.valueOf(model.count(SitesViewModel.Filter.ALL)));
        filters.forEach((filter, chip) -> chip.setText(filter.label() + "  " + model.count(filter)));
        if (!model.loadedProperty().get()) {
            content.getChildren().clear();
        } else if (model.isEmpty()) {
            content.getChildren().setAll(empty());
        } else if (model.shown().isEmpty()) {
            content.getChildren().setAll(nothingFound());
        } else {
            grid.show(model.shown());
            ScrollPane scroll = new ScrollPane(grid.node());
            scroll.setFitToWidth(true);
            scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            content.getChildren().setAll(scroll);
        }
    }

    private Node empty() {
        Button starter = controls.button("Pick a starter", "layout-template", "accent", "large");
        starter.setOnAction(event -> begin(Beginning.STARTER));
        Button blank = controls.button("Start with an empty page", "file", "large");
        blank.setOnAction(event -> begin(Beginning.BLANK));
        Button bring = controls.button("Import a site", "download", "large");
        bring.setOnAction(event -> begin(Beginning.IMPORT));
        HBox ways = Controls.row(8, starter, blank, bring);
        ways.setAlignment(Pos.CENTER);
        Label text = Controls.label(
                "Begin with a finished example and make it yours, start from an empty page, or bring a site you exported.",
                "lead");
        text.setWrapText(true);
        text.setMaxWidth(420);
        text.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        VBox box = new VBox(
                14,
                controls.icons().of("panels-top-left", 40),
                Controls.label("Your sites will be here", "empty-title"),
                text,
                ways);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty");
        return box;
    }

    private void begin(Beginning from) {
        navigator.open(new Destination.NewSite(from));
    }

    private Node nothingFound() {
        VBox box = new VBox(
                8,
                Controls.label("Nothing here", "empty-title"),
                Controls.label("No site fits this search and filter.", "muted"));
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
