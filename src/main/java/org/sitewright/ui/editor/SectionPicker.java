package org.sitewright.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.library.SectionKind;
import org.sitewright.library.SectionKind.Variant;
import org.sitewright.site.MediaId;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.PageSnapshots;

/// Offers every layout of every kind as a picture of the real section in the site's own theme.
final class SectionPicker {
    private static final double WIDTH = 228;
    private static final int PAGE_WIDTH = 1200;

    private final EditorViewModel model;
    private final EditorServices services;
    private final BiConsumer<SectionKind, String> chosen;
    private final FlowPane cards = new FlowPane(24, 20);
    private final TextField search = new TextField();
    private final StackPane scrim = new StackPane();
    private final List<Card> all = new ArrayList<>();
    private final Map<String, Button> categories = new HashMap<>();
    private String category = "";
    private int at;

    private record Card(SectionKind kind, Variant variant, VBox node) {}

    SectionPicker(EditorViewModel model, EditorServices services, BiConsumer<SectionKind, String> chosen) {
        this.model = model;
        this.services = services;
        this.chosen = chosen;
    }

    /// Opens over a screen; Esc closes it.
    void show(StackPane over) {
        Controls kit = services.screen().controls();
        for (SectionKind kind : model.catalogue().kinds()) {
            for (Variant variant : kind.variants()) {
                all.add(card(kind, variant));
            }
        }
        search.setPromptText("Search sections");
        search.setId("section-search");
        HBox.setHgrow(search, Priority.ALWAYS);
        search.textProperty().addListener((property, before, after) -> filter());
        Button close = kit.iconButton("Close", "x", "Esc");
        close.setOnAction(event -> close());
        HBox field = Controls.row(10, kit.icons().of("search"), search);
        field.getStyleClass().add("search-box");
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox head = Controls.row(12, field, close);
        head.setPadding(new Insets(12));
        cards.setPadding(new Insets(20));
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox middle = new HBox(side(kit), scroll);
        VBox.setVgrow(middle, Priority.ALWAYS);
        HBox foot = Controls.row(
                16,
                Controls.row(6, Controls.label("← →", "key-cap"), Controls.label("choose", "meta")),
                Controls.row(6, Controls.label("Enter", "key-cap"), Controls.label("insert", "meta")),
                Controls.row(6, Controls.label("Esc", "key-cap"), Controls.label("close", "meta")));
        foot.setPadding(new Insets(10, 16, 10, 16));
        VBox box = new VBox(head, Controls.hairline(), middle, Controls.hairline(), foot);
        box.getStyleClass().add("dialog-box");
        box.setMaxSize(1008, 760);
        box.setId("section-picker");
        scrim.getStyleClass().add("scrim");
        scrim.setPadding(new Insets(40));
        scrim.getChildren().setAll(box);
        scrim.setOnMouseClicked(event -> {
            if (scrim.equals(event.getTarget())) {
                close();
            }
        });
        scrim.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        over.getChildren().add(scrim);
        filter();
        search.requestFocus();
    }

    private Node side(Controls kit) {
        VBox side = new VBox(2);
        side.setPadding(new Insets(12, 8, 12, 8));
        side.setMinWidth(196);
        side.getChildren().add(category(kit, "", "All", "layout-grid", all.size()));
        model.catalogue().kinds().stream().map(SectionKind::category).distinct().forEach(name -> {
            List<Card> of = all.stream()
                    .filter(card -> card.kind().category().equals(name))
                    .toList();
            side.getChildren()
                    .add(category(kit, name, name, of.getFirst().kind().icon(), of.size()));
        });
        ScrollPane scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(204);
        return scroll;
    }

    private Node category(Controls kit, String name, String words, String icon, int count) {
        Button button = kit.button(words + "  " + count, icon, "nav-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> {
            category = name;
            filter();
        });
        categories.put(name, button);
        return button;
    }

    private Card card(SectionKind kind, Variant variant) {
        StackPane picture = new StackPane();
        picture.getStyleClass().add("picker-picture");
        picture.setMinSize(WIDTH, 96);
        picture.setMaxWidth(WIDTH);
        VBox node = new VBox(
                6,
                picture,
                Controls.row(6, Controls.label(kind.name(), "medium"), Controls.label(variant.label(), "meta")));
        node.getStyleClass().add("picker-card");
        node.setAlignment(Pos.TOP_LEFT);
        node.setMaxWidth(WIDTH);
        node.setId("pick-" + kind.kind() + "-" + variant.name());
        Card card = new Card(kind, variant, node);
        node.setOnMouseClicked(event -> choose(card));
        node.setAccessibleText(kind.name() + ", " + variant.label());
        request(card, picture);
        return card;
    }

    private void request(Card card, StackPane picture) {
        Site site = model.site();
        var drawing = services.drawing();
        services.screen()
                .work()
                .<Section>run(
                        (progress, cancel) -> drawing.samples()
                                .sample(card.kind(), card.variant().name(), this::keep),
                        section -> {
                            String name = "sample-" + card.kind().kind() + "-"
                                    + card.variant().name();
                            String address = drawing.server().put(name, () -> drawing.pages()
                                    .still(site, model.state().selection().page(), section));
                            services.screen()
                                    .snapshots()
                                    .request(new PageSnapshots.Request(
                                            name + site.theme().hashCode(),
                                            address,
                                            PAGE_WIDTH,
                                            0,
                                            2 * WIDTH / PAGE_WIDTH,
                                            image -> {
                                                ImageView view = EditorView.imageView(image, WIDTH);
                                                Region clip = new Region();
                                                clip.setMinSize(WIDTH, 1);
                                                picture.getChildren().setAll(view);
                                            }));
                        },
                        services.screen().navigator()::tell);
    }

    /// Sample pictures are kept as bytes only; they join the site's library when the section is inserted.
    private MediaId keep(java.nio.file.Path file) {
        try (var in = java.nio.file.Files.newInputStream(file)) {
            return services.documents().media().put(in);
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private List<Card> shown() {
        String words = search.getText().strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(card -> category.isEmpty() || card.kind().category().equals(category))
                .filter(card -> (card.kind().name() + " " + card.variant().label() + " "
                                + card.kind().description())
                        .toLowerCase(Locale.ROOT)
                        .contains(words))
                .toList();
    }

    private void filter() {
        categories.forEach((name, button) -> {
            button.getStyleClass().remove("selected");
            if (name.equals(category)) {
                button.getStyleClass().add("selected");
            }
        });
        cards.getChildren().setAll(shown().stream().map(Card::node).toList());
        at = 0;
        mark();
    }

    private void mark() {
        List<Card> shown = shown();
        all.forEach(card -> card.node().getStyleClass().remove("selected"));
        if (!shown.isEmpty()) {
            at = Math.clamp(at, 0, shown.size() - 1);
            shown.get(at).node().getStyleClass().add("selected");
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
        } else if (event.getCode() == KeyCode.ENTER && !shown().isEmpty()) {
            event.consume();
            choose(shown().get(at));
        } else if (event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.DOWN) {
            event.consume();
            at++;
            mark();
        } else if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.UP) {
            event.consume();
            at--;
            mark();
        }
    }

    private void choose(Card card) {
        close();
        chosen.accept(card.kind(), card.variant().name());
    }

    private void close() {
        services.screen().snapshots().clear();
        if (scrim.getParent() instanceof StackPane over) {
            over.getChildren().remove(scrim);
            over.requestFocus();
        }
    }
}
