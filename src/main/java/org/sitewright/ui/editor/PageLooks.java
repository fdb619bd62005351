package org.sitewright.ui.editor;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.site.MediaId;
import org.sitewright.ui.control.Controls;

/// How the open page looks in search results, and where it is shared.
final class PageLooks {
    private static final double CARD_WIDTH = 272;
    private static final double CARD_RATIO = 1.91;

    private final PageSettingsViewModel model;
    private final Function<MediaId, Node> picture;
    private final Label site = Controls.label("", "search-site");
    private final Label trail = Controls.label("", "meta");
    private final Label initial = Controls.label("", "search-icon");
    private final Label title = Controls.label("", "search-title");
    private final Label description = Controls.label("", "search-description");
    private final Label hidden = Controls.label("Search engines are asked to leave this page out.", "warning-text");
    private final VBox result;
    private final StackPane cardPicture = new StackPane();
    private final Label cardTitle = Controls.label("", "strong");
    private final Label cardDescription = Controls.label("", "meta");
    private final Label cardHost = Controls.label("", "meta");
    private final VBox card;
    private Optional<MediaId> shownPicture = Optional.empty();
    private boolean drawn;

    PageLooks(PageSettingsViewModel model, Function<MediaId, Node> picture) {
        this.model = model;
        this.picture = picture;
        title.setWrapText(true);
        title.setMaxHeight(44);
        description.setWrapText(true);
        hidden.setWrapText(true);
        HBox head = Controls.row(8, initial, new VBox(0, site, trail));
        result = new VBox(4, head, title, description, hidden);
        result.getStyleClass().add("search-look");
        result.setId("search-look");
        cardPicture.getStyleClass().add("card-picture");
        cardPicture.setMinSize(CARD_WIDTH - 2, (CARD_WIDTH - 2) / CARD_RATIO);
        cardPicture.setMaxSize(CARD_WIDTH - 2, (CARD_WIDTH - 2) / CARD_RATIO);
        cardPicture.setClip(new javafx.scene.shape.Rectangle(CARD_WIDTH - 2, (CARD_WIDTH - 2) / CARD_RATIO));
        cardTitle.setWrapText(true);
        cardDescription.setMaxWidth(CARD_WIDTH - 24);
        VBox words = new VBox(2, cardHost, cardTitle, cardDescription);
        words.getStyleClass().add("card-words");
        card = new VBox(cardPicture, words);
        card.getStyleClass().add("card-look");
        card.setId("card-look");
        card.setMaxWidth(CARD_WIDTH);
    }

    VBox result() {
        return result;
    }

    VBox card() {
        return card;
    }

    void show() {
        String name = model.site().name();
        site.setText(name);
        initial.setText(
                name.isBlank() ? "" : name.strip().substring(0, name.strip().offsetByCodePoints(0, 1)));
        trail.setText(model.trail());
        title.setText(model.shownTitle());
        description.setText(model.shownDescription());
        Controls.show(hidden, model.page().seo().unlisted());
        result.setAccessibleText("Search result: " + title.getText() + ". " + description.getText());
        cardTitle.setText(model.title());
        cardDescription.setText(model.description());
        Controls.show(cardDescription, !model.description().isBlank());
        cardHost.setText(model.host());
        Optional<MediaId> wanted = Optional.ofNullable(model.page().seo().image());
        if (!drawn || !wanted.equals(shownPicture)) {
            drawn = true;
            shownPicture = wanted;
            cardPicture.getChildren().setAll(wanted.map(this::drawn).orElseGet(this::made));
        } else if (wanted.isEmpty()) {
            cardPicture.getChildren().setAll(made());
        }
    }

    private Node drawn(MediaId media) {
        Node node = picture.apply(media);
        if (node instanceof ImageView view) {
            view.setPreserveRatio(true);
            view.setFitHeight(0);
            view.setFitWidth(CARD_WIDTH);
        }
        return node;
    }

    /// A build draws a card from the page where no picture is chosen; this is a sketch of it.
    private Node made() {
        Label name = Controls.label(model.title(), "card-sketch");
        name.setWrapText(true);
        name.setMaxWidth(CARD_WIDTH - 48);
        return name;
    }
}
