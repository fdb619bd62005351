package org.sitewright.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.library.Component;
import org.sitewright.library.SectionKind;
import org.sitewright.library.SectionKind.Variant;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Overlay;
import org.sitewright.ui.control.ScriptQuestion;

/// Offers every layout of every kind, and every component, as a picture of the real thing in the site's own theme.
final class SectionPicker {
    private static final int COLUMNS = 3;

    private final EditorViewModel model;
    private final EditorServices services;
    private final ComponentShelf shelf;
    private final Inserts inserts;
    private final SectionPictures pictures;
    private final List<VBox> columns = List.of(new VBox(20), new VBox(20), new VBox(20));
    private final TextField search = new TextField();
    private final Label title = Controls.label("", "emphasis");
    private final Label nothing = Controls.label("Nothing fits. Try another word.", "muted");
    private final ScrollPane scroll = new ScrollPane();
    private final Overlay overlay;
    private final List<SectionPickerCard> all = new ArrayList<>();
    private final Map<String, Button> categories = new HashMap<>();
    private final VBox side = new VBox(2);
    private List<SectionPickerCard> shown = List.of();
    private String category = "";
    private int at;

    /// Puts what was chosen on the page.
    interface Inserts {
        void section(SectionKind kind, String variant);

        /// @param scripted whether the person has agreed to its script
        void component(Component component, boolean scripted);
    }

    SectionPicker(
            StackPane over, EditorViewModel model, EditorServices services, ComponentShelf shelf, Inserts inserts) {
        this.overlay = new Overlay(over);
        this.model = model;
        this.services = services;
        this.shelf = shelf;
        this.inserts = inserts;
        this.pictures = new SectionPictures(model, services, shelf);
    }

    /// Opens over a screen; Esc closes it.
    void show() {
        Controls kit = services.screen().controls();
        for (SectionKind kind : model.catalogue().kinds()) {
            for (Variant variant : kind.variants()) {
                add(SectionPickerCard.of(kind, variant));
            }
        }
        HBox middle = new HBox(side(), gallery());
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox box = new VBox(head(kit), Controls.hairline(), middle, Controls.hairline(), foot());
        box.getStyleClass().add("dialog-box");
        box.setMaxSize(1008, 764);
        box.setId("section-picker");
        overlay.setKeys(this::pressed);
        overlay.show(box, search, pictures::close);
        filter();
        shelf.load(this::addComponents);
    }

    private void add(SectionPickerCard card) {
        card.node().setOnMouseClicked(event -> choose(card, event.isShiftDown()));
        all.add(card);
    }

    private void addComponents(List<Component> components) {
        if (!components.isEmpty() && overlay.isOpen()) {
            components.forEach(component -> add(SectionPickerCard.of(component)));
            fillSide();
            filter();
        }
    }

    private Node head(Controls kit) {
        search.setPromptText("Search sections and components");
        search.setAccessibleText("Search sections and components");
        search.setId("section-search");
        HBox.setHgrow(search, Priority.ALWAYS);
        search.textProperty().addListener((property, old, words) -> filter());
        Button close = kit.iconButton("Close", "x", "Esc");
        close.setOnAction(event -> overlay.close());
        HBox field = Controls.row(12, kit.icons().of("search", 18), search);
        field.getStyleClass().addAll("search-box", "bare");
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox head = Controls.row(12, field, close);
        head.setPadding(new Insets(11, 12, 11, 6));
        return head;
    }

    private Node gallery() {
        HBox masonry = new HBox(24);
        masonry.getChildren().addAll(columns);
        VBox inside = new VBox(12, title, nothing, masonry);
        inside.setPadding(new Insets(18, 20, 20, 20));
        scroll.setContent(inside);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("picker-gallery");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static Node foot() {
        HBox foot = Controls.row(
                20, key("↑↓←→", "choose"), key("Enter", "insert"), key("Shift Enter", "insert and keep open"));
        foot.setPadding(new Insets(0, 16, 0, 16));
        foot.setMinHeight(40);
        return foot;
    }

    private static Node key(String cap, String does) {
        return Controls.row(8, Controls.label(cap, "key-cap"), Controls.label(does, "meta"));
    }

    private Node side() {
        side.setPadding(new Insets(12, 8, 12, 8));
        fillSide();
        ScrollPane pane = new ScrollPane(side);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setMinWidth(200);
        pane.getStyleClass().add("picker-side");
        return pane;
    }

    private void fillSide() {
        Controls kit = services.screen().controls();
        categories.clear();
        side.getChildren().setAll(category(kit, "", "All", "layout-grid", all.size()));
        int components = countOf(SectionPickerCard.COMPONENTS);
        if (components > 0) {
            side.getChildren()
                    .add(category(
                            kit, SectionPickerCard.COMPONENTS, SectionPickerCard.COMPONENTS, "blocks", components));
        }
        Map<String, String> icons = new LinkedHashMap<>();
        model.catalogue().kinds().forEach(kind -> icons.putIfAbsent(kind.category(), kind.icon()));
        icons.forEach((name, icon) -> side.getChildren().add(category(kit, name, name, icon, countOf(name))));
    }

    private int countOf(String name) {
        return Math.toIntExact(
                all.stream().filter(card -> card.category().equals(name)).count());
    }

    private Node category(Controls kit, String name, String words, String icon, int count) {
        Button button = kit.button("", "", "nav-item");
        button.setId("category-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        HBox row = Controls.row(
                10,
                kit.icons().of(icon),
                Controls.label(words, "nav-words"),
                Controls.spring(),
                Controls.label(String.valueOf(count), "meta"));
        row.prefWidthProperty().bind(button.widthProperty().subtract(22));
        button.setGraphic(row);
        button.setAccessibleText(words + ", " + count);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> {
            category = name;
            filter();
            // Whoever chose with the mouse goes on typing and walking the pictures.
            search.requestFocus();
        });
        categories.put(name, button);
        return button;
    }

    private void filter() {
        categories.forEach((name, button) -> {
            button.getStyleClass().remove("selected");
            if (name.equals(category)) {
                button.getStyleClass().add("selected");
            }
        });
        String words = search.getText().strip().toLowerCase(Locale.ROOT);
        shown = all.stream()
                .filter(card -> category.isEmpty() || card.category().equals(category))
                .filter(card -> card.words().contains(words))
                .toList();
        title.setText(category.isEmpty() ? "All sections and components, in this site’s own theme" : category);
        Controls.show(nothing, shown.isEmpty());
        columns.forEach(column -> column.getChildren().clear());
        for (int i = 0; i < shown.size(); i++) {
            columns.get(i % COLUMNS).getChildren().add(shown.get(i).node());
        }
        scroll.setVvalue(0);
        // What can be seen is drawn before what cannot.
        pictures.draw(shown);
        at = 0;
        mark();
    }

    private void mark() {
        all.forEach(card -> card.mark(false));
        if (!shown.isEmpty()) {
            at = Math.clamp(at, 0, shown.size() - 1);
            shown.get(at).mark(true);
            reveal(shown.get(at).node());
        }
    }

    private void reveal(Node card) {
        double all = scroll.getContent().getLayoutBounds().getHeight();
        double seen = scroll.getViewportBounds().getHeight();
        if (all <= seen || seen <= 0) {
            return;
        }
        var place = scroll.getContent().sceneToLocal(card.localToScene(card.getLayoutBounds()));
        double top = scroll.getVvalue() * (all - seen);
        double wanted = place.getMinY() - 48 < top
                ? place.getMinY() - 48
                : place.getMaxY() + 20 > top + seen ? place.getMaxY() + 20 - seen : top;
        scroll.setVvalue(Math.clamp(wanted / (all - seen), 0, 1));
    }

    private boolean pressed(KeyEvent event) {
        return switch (event.getCode()) {
            case ENTER -> insert(event);
            case RIGHT -> step(1);
            case LEFT -> step(-1);
            case DOWN -> step(COLUMNS);
            case UP -> step(-COLUMNS);
            default -> false;
        };
    }

    private boolean insert(KeyEvent event) {
        boolean onButton = event.getTarget() instanceof Button;
        if (!onButton && !shown.isEmpty()) {
            choose(shown.get(at), event.isShiftDown());
        }
        return !onButton;
    }

    private boolean step(int by) {
        if (at + by >= 0 && at + by < shown.size()) {
            at += by;
            mark();
        }
        return true;
    }

    private void choose(SectionPickerCard card, boolean keepOpen) {
        switch (card.choice()) {
            case SectionPickerCard.Choice.Layout layout -> {
                closeUnless(keepOpen);
                inserts.section(layout.kind(), layout.variant().name());
            }
            case SectionPickerCard.Choice.Shared shared -> choose(card, shared.component(), keepOpen);
        }
    }

    /// A script is agreed to by a person who was told what that means.
    private void choose(SectionPickerCard card, Component component, boolean keepOpen) {
        all.forEach(SectionPickerCard::forgetQuestion);
        if (component.javascript().isBlank()) {
            closeUnless(keepOpen);
            inserts.component(component, false);
        } else {
            card.ask(new ScriptQuestion(services.screen().controls(), scripted -> {
                card.forgetQuestion();
                search.requestFocus();
                closeUnless(keepOpen);
                inserts.component(component, scripted);
            }));
        }
    }

    private void closeUnless(boolean keepOpen) {
        if (!keepOpen) {
            overlay.close();
        }
    }
}
