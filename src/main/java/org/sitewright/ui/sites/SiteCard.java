package org.sitewright.ui.sites;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteStatus;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Since;

/// One site on the home screen.
final class SiteCard {
    private static final double RATIO = 0.7;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    private final SiteListing site;
    private final SitesViewModel model;
    private final Controls controls;
    private final Thumbnails thumbnails;
    private final StackPane thumb = new StackPane();
    private final ImageView image = new ImageView();
    private final HBox tools;
    private final Label name;
    private final VBox node;
    private IntConsumer arrow = step -> {};
    private double asked;
    private boolean closed;

    SiteCard(SiteListing site, SitesViewModel model, Controls controls, Thumbnails thumbnails, Clock clock) {
        this.site = site;
        this.model = model;
        this.controls = controls;
        this.thumbnails = thumbnails;
        this.name = Controls.label(site.name(), "site-name");
        image.setPreserveRatio(true);
        tools = tools();
        thumb.getStyleClass().add("site-thumb");
        // The edge lies over the picture, so that choosing a card moves nothing.
        Region edge = new Region();
        edge.getStyleClass().add("thumb-edge");
        edge.setMouseTransparent(true);
        thumb.getChildren().setAll(image, tools, edge);
        thumb.setFocusTraversable(true);
        thumb.setAccessibleText("Site " + site.name());
        thumb.setId("site-" + site.id());
        StackPane.setAlignment(image, Pos.TOP_CENTER);
        StackPane.setAlignment(tools, Pos.BOTTOM_RIGHT);
        thumb.setOnMouseClicked(event -> {
            thumb.requestFocus();
            if (event.getButton() == MouseButton.PRIMARY) {
                model.edit(site);
            }
        });
        thumb.setOnContextMenuRequested(event -> menu().show(thumb, event.getScreenX(), event.getScreenY()));
        thumb.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        HBox first = Controls.row(8, name, Controls.spring(), badge());
        String where = where(site);
        String since = Since.words(site.updatedAt(), clock.instant(), ZoneId.systemDefault());
        // When it publishes itself matters more than what can be read elsewhere, and there is room for one of both.
        Label second = Controls.label(
                model.planned(site)
                        .map(at -> "Publishes itself on "
                                + WHEN.withZone(ZoneId.systemDefault()).format(at))
                        .orElse(where + "  ·  " + since),
                "meta");
        node = new VBox(8, thumb, new VBox(3, first, second));
        node.getStyleClass().add("site-card");
        show(false);
        node.hoverProperty().addListener((property, before, hovered) -> show(hovered || thumb.isFocused()));
        thumb.focusedProperty().addListener((property, before, focused) -> show(focused || node.isHover()));
    }

    private static String where(SiteListing site) {
        if (!site.publishedUrl().isEmpty()) {
            return site.publishedUrl().replaceFirst("^https?://", "").replaceFirst("/$", "");
        }
        return switch (site.status()) {
            case ARCHIVED -> "Archived";
            case PUBLISHED -> "Its address is not known here";
            case DRAFT -> "Not published yet";
        };
    }

    Node node() {
        return node;
    }

    void focus() {
        thumb.requestFocus();
    }

    /// @param heard gets -1 and 1 for left and right, -2 and 2 for up and down
    void onArrow(IntConsumer heard) {
        arrow = heard;
    }

    void close() {
        closed = true;
    }

    void setWidth(double width) {
        double height = Math.round(width * RATIO);
        node.setPrefWidth(width);
        node.setMaxWidth(width);
        thumb.setMinSize(width, height);
        thumb.setMaxSize(width, height);
        image.setFitWidth(width);
        image.setClip(rounded(width, height));
        if (asked != width) {
            asked = width;
            double scale = 1.5 * width / Thumbnails.PAGE_WIDTH;
            thumbnails.of(site, (int) Math.round(Thumbnails.PAGE_WIDTH * RATIO), scale, picture -> {
                if (!closed) {
                    image.setImage(picture);
                }
            });
        }
    }

    private static Rectangle rounded(double width, double height) {
        Rectangle clip = new Rectangle(width, height);
        clip.setArcWidth(20);
        clip.setArcHeight(20);
        return clip;
    }

    private void show(boolean active) {
        tools.setVisible(active);
        node.getStyleClass().remove("selected");
        if (active) {
            node.getStyleClass().add("selected");
        }
    }

    private HBox tools() {
        Button more = controls.iconButton("More", "ellipsis", "");
        more.getStyleClass().remove("flat");
        more.setOnAction(event -> menu().show(more, javafx.geometry.Side.TOP, 0, 0));
        Button preview = controls.button("Preview", "play");
        preview.setOnAction(event -> model.preview(site));
        Button edit = controls.primary("Edit", "pencil");
        Controls.name(edit, "Edit", "Enter");
        edit.setOnAction(event -> model.edit(site));
        HBox row = new HBox(8, more, preview, edit);
        row.setAlignment(Pos.BOTTOM_RIGHT);
        row.setPadding(new Insets(44, 12, 12, 12));
        row.getStyleClass().add("thumb-shade");
        row.setMaxHeight(96);
        edit.setFocusTraversable(false);
        preview.setFocusTraversable(false);
        return row;
    }

    private Label badge() {
        if (site.changedSincePublish()) {
            return Controls.badge("Changes to publish", "warning");
        }
        return switch (site.status()) {
            case DRAFT -> Controls.badge("Draft", "neutral");
            case PUBLISHED -> Controls.badge("Published", "success");
            case ARCHIVED -> Controls.badge("Archived", "neutral");
        };
    }

    private ContextMenu menu() {
        MenuItem delete = item("Delete", "trash-2", () -> model.delete(site));
        delete.getStyleClass().add("danger");
        boolean archived = site.status() == SiteStatus.ARCHIVED;
        return new ContextMenu(
                item("Edit", "pencil", () -> model.edit(site)),
                item("Publish…", "cloud-upload", () -> model.publish(site)),
                item("History", "history", () -> model.history(site)),
                item("Preview in the browser", "external-link", () -> model.preview(site)),
                new SeparatorMenuItem(),
                item("Rename", "type", this::rename),
                item("Duplicate", "copy", () -> model.duplicate(site)),
                item(
                        archived ? "Bring back" : "Archive",
                        archived ? "archive-restore" : "archive",
                        () -> model.archive(site)),
                new SeparatorMenuItem(),
                delete);
    }

    private MenuItem item(String words, String icon, Runnable action) {
        MenuItem item = new MenuItem(words, controls.icons().of(icon));
        item.setId("site-menu-" + words.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void rename() {
        TextField field = new TextField(site.name());
        field.setAccessibleText("Name of the site");
        field.setId("rename-site");
        HBox row = (HBox) name.getParent();
        row.getChildren().set(0, field);
        field.setOnAction(event -> model.rename(site, field.getText()));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                row.getChildren().set(0, name);
                thumb.requestFocus();
            }
        });
        field.focusedProperty().addListener((property, before, focused) -> {
            if (before && !focused && row.getChildren().contains(field)) {
                row.getChildren().set(0, name);
                model.rename(site, field.getText());
            }
        });
        field.requestFocus();
        field.selectAll();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> model.edit(site);
            case DELETE -> model.archive(site);
            case F2 -> rename();
            case LEFT -> arrow.accept(-1);
            case RIGHT -> arrow.accept(1);
            case UP -> arrow.accept(-2);
            case DOWN -> arrow.accept(2);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
