package org.sitewright.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.PageRole;
import org.sitewright.ui.control.Controls;

/// The settings of the open page: its name, address and part in the site, and how search engines and cards show it.
final class PagePanel {
    private static final List<String> ROLES =
            List.of("An ordinary page", "Shown for missing addresses", "A template for new pages");
    private static final int PICTURES = 24;

    private final PageSettingsViewModel model;
    private final Controls kit;
    private final Function<MediaId, Node> picture;
    private final List<Runnable> showers = new ArrayList<>();
    private boolean showing;

    /// @param picture shows a picture of the site in a small square
    PagePanel(EditorViewModel model, Controls kit, Function<MediaId, Node> picture) {
        this.model = new PageSettingsViewModel(model);
        this.kit = kit;
        this.picture = picture;
    }

    /// The controls for a tab of the inspector.
    List<Node> build(String tab) {
        showers.clear();
        return switch (tab) {
            case "SEO" -> seo();
            case "CONTENT" -> content();
            default -> {
                Label nothing = Controls.label("Choose a section to see its style.", "muted");
                nothing.setWrapText(true);
                yield List.of(nothing);
            }
        };
    }

    /// Shows the page as it is now.
    void show(String tab) {
        showing = true;
        showers.forEach(Runnable::run);
        showing = false;
    }

    private List<Node> content() {
        Label wrong = Controls.label("", "field-error");
        wrong.setWrapText(true);
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        TextField name = new TextField();
        name.setId("page-name");
        bind(name, Page::name, text -> {
            Optional<String> problem = model.rename(text);
            wrong.setText(problem.orElse(""));
            name.getStyleClass().remove("invalid");
            problem.ifPresent(words -> name.getStyleClass().add("invalid"));
        });
        IconChooser icon = new IconChooser(kit, model::setIcon);
        showers.add(() -> icon.show(model.page().icon()));
        VBox named = Controls.field("Name", name);
        HBox.setHgrow(named, Priority.ALWAYS);
        HBox head = new HBox(8, icon.node(), named);
        head.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
        AddressField address = new AddressField(model);
        showers.add(address::show);
        TextField title = new TextField();
        bind(
                title,
                Page::title,
                text -> model.settings(model.page().withTexts(text, model.page().description())));
        TextArea description = area(3);
        bind(
                description,
                Page::description,
                text -> model.settings(model.page().withTexts(model.page().title(), text)));
        return List.of(
                new VBox(4, head, wrong),
                address.root(),
                Controls.field("Title", title),
                Controls.field("Description", description),
                Controls.hairline(),
                role(),
                box(
                        "page-published",
                        "Part of the site",
                        Page::published,
                        page -> !model.isHome(),
                        model::setPublished),
                box(
                        "page-in-menu",
                        "In the menu",
                        Page::inMenu,
                        page -> page.role() == PageRole.PAGE,
                        model::setInMenu));
    }

    private List<Node> seo() {
        PageLooks looks = new PageLooks(model, picture);
        showers.add(looks::show);
        TextField title = new TextField();
        title.setId("seo-title");
        LengthHint titleLength = new LengthHint();
        bind(
                title,
                page -> page.seo().metaTitle(),
                text -> model.settings(model.page()
                        .withSeo(model.page()
                                .seo()
                                .withTexts(
                                        text,
                                        model.page().seo().metaDescription(),
                                        model.page().seo().keywords()))));
        showers.add(() -> {
            title.setPromptText(model.title());
            titleLength.show(
                    PageSettingsViewModel.Length.ofTitle(model.page().seo().metaTitle()));
        });
        TextArea description = area(4);
        description.setId("seo-description");
        LengthHint descriptionLength = new LengthHint();
        bind(
                description,
                page -> page.seo().metaDescription(),
                text -> model.settings(model.page()
                        .withSeo(model.page()
                                .seo()
                                .withTexts(
                                        model.page().seo().metaTitle(),
                                        text,
                                        model.page().seo().keywords()))));
        showers.add(() -> {
            description.setPromptText(model.page().description());
            descriptionLength.show(PageSettingsViewModel.Length.ofDescription(
                    model.page().seo().metaDescription()));
        });
        TextField keywords = new TextField();
        bind(keywords, page -> String.join(", ", page.seo().keywords()), model::setKeywords);
        return List.of(
                labelled("In search results", looks.result()),
                new VBox(6, Controls.field("Title in search results", title), titleLength.root()),
                new VBox(6, Controls.field("Description in search results", description), descriptionLength.root()),
                Controls.field("Keywords, with commas", keywords),
                box(
                        "page-unlisted",
                        "Ask search engines to leave it out",
                        page -> page.seo().unlisted(),
                        page -> true,
                        model::setUnlisted),
                Controls.hairline(),
                labelled("Where it is shared", looks.card()),
                pictures());
    }

    /// The pictures that the card can show.
    private Node pictures() {
        TilePane tiles = new TilePane(6, 6);
        tiles.setPrefColumns(5);
        Button none = kit.button("Draw one from the page", "rotate-ccw", "link");
        none.setId("card-picture-none");
        none.setOnAction(event -> model.setPicture(Optional.empty()));
        showers.add(() -> {
            none.setDisable(model.page().seo().image() == null);
            if (tiles.getChildren().isEmpty()) {
                model.pictures(PICTURES).forEach(media -> tiles.getChildren().add(tile(media)));
            }
        });
        return new VBox(8, Controls.row(8, Controls.label("Picture", "field-label"), Controls.spring(), none), tiles);
    }

    private Button tile(MediaId media) {
        Button tile = new Button();
        Node image = picture.apply(media);
        if (image instanceof javafx.scene.image.ImageView view) {
            view.setFitWidth(46);
            view.setFitHeight(46);
        }
        tile.setGraphic(image);
        tile.getStyleClass().addAll("flat", "card-tile");
        Controls.name(tile, "Show this picture where the page is shared", "");
        tile.setOnAction(event -> model.setPicture(Optional.of(media)));
        return tile;
    }

    private Node role() {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(ROLES);
        box.setId("page-role");
        box.setMaxWidth(Double.MAX_VALUE);
        List<PageRole> roles = List.of(PageRole.PAGE, PageRole.NOT_FOUND, PageRole.TEMPLATE);
        showers.add(() -> {
            box.setValue(ROLES.get(roles.indexOf(model.page().role())));
            box.setDisable(model.isHome());
        });
        box.valueProperty().addListener((property, before, after) -> {
            if (!showing && after != null) {
                model.setRole(roles.get(ROLES.indexOf(after)));
            }
        });
        return Controls.field("What it is", box);
    }

    private CheckBox box(
            String id,
            String words,
            Function<Page, Boolean> get,
            Function<Page, Boolean> possible,
            Consumer<Boolean> set) {
        CheckBox box = new CheckBox(words);
        box.setId(id);
        showers.add(() -> {
            box.setSelected(get.apply(model.page()));
            box.setDisable(!possible.apply(model.page()));
        });
        box.setOnAction(event -> set.accept(box.isSelected()));
        return box;
    }

    private void bind(TextInputControl input, Function<Page, String> get, Consumer<String> set) {
        showers.add(() -> {
            String text = get.apply(model.page());
            if (!input.getText().equals(text)
                    && !(input.isFocused() && input.getStyleClass().contains("invalid"))) {
                input.setText(text);
            }
        });
        input.textProperty().addListener((property, before, after) -> {
            if (!showing) {
                set.accept(after);
            }
        });
    }

    private static VBox labelled(String words, Node node) {
        return new VBox(6, Controls.label(words, "field-label"), node);
    }

    private static TextArea area(int rows) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        return area;
    }
}
