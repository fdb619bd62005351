package org.sitewright.ui.publish;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.PageId;
import org.sitewright.ui.control.Controls;

/// One changed file: its picture, what it is, why it is sent, how large it is, how far it is.
final class PlanCell extends ListCell<PlanRow> {
    static final double HEIGHT = 64;
    private static final double PICTURE_WIDTH = 82;
    private static final double PICTURE_HEIGHT = 52;

    private final Controls controls;
    private final Pictures pictures;
    private final StackPane picture = new StackPane();
    private final ImageView image = new ImageView();
    private final Label title = Controls.label("", "emphasis");
    private final Label change = Controls.label("", "badge");
    private final Label detail = Controls.label("", "muted");
    private final Label size = Controls.label("", "muted");
    private final Label state = Controls.label("");
    private final HBox row;
    private @Nullable PlanRow shown;

    /// Draws the pages of the site that is published.
    interface Pictures {
        void request(PageId page, PagePictures.Size size, java.util.function.Consumer<javafx.scene.image.Image> done);
    }

    PlanCell(Controls controls, Pictures pictures) {
        this.controls = controls;
        this.pictures = pictures;
        picture.getStyleClass().add("plan-picture");
        picture.setMinSize(PICTURE_WIDTH, PICTURE_HEIGHT);
        picture.setMaxSize(PICTURE_WIDTH, PICTURE_HEIGHT);
        image.setFitWidth(PICTURE_WIDTH - 2);
        image.setFitHeight(PICTURE_HEIGHT - 2);
        Rectangle clip = new Rectangle(PICTURE_WIDTH - 2, PICTURE_HEIGHT - 2);
        clip.setArcWidth(7);
        clip.setArcHeight(7);
        image.setClip(clip);
        VBox words = new VBox(2, Controls.row(8, title, change), detail);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        size.setMinWidth(72);
        size.setAlignment(Pos.CENTER_RIGHT);
        state.setMinWidth(104);
        state.setAlignment(Pos.CENTER_RIGHT);
        state.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        row = Controls.row(18, picture, words, size, state);
        row.getStyleClass().add("plan-row");
        row.setMinWidth(0);
        row.setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PlanRow item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().remove("sending");
        if (empty || item == null) {
            shown = null;
            setGraphic(null);
            return;
        }
        PlanRow before = shown;
        shown = item;
        if (before == null || !before.path().equals(item.path())) {
            draw(item);
        }
        title.setText(item.words().title());
        detail.setText(item.words().detail());
        size.setText(item.goes() ? "" : Amounts.size(item.bytes()));
        showChange(item);
        showState(item);
        setGraphic(row);
        setAccessibleText(item.words().title() + ", " + change.getText() + ", "
                + item.words().detail() + ", " + item.state().label());
    }

    private void draw(PlanRow item) {
        Node icon = controls.icons().of(item.kind().icon(), 18);
        picture.getChildren().setAll(icon);
        if (item.page() != null && !item.goes()) {
            double density =
                    Math.max(2, getScene() == null ? 2 : getScene().getWindow().getOutputScaleX());
            pictures.request(
                    item.page(), new PagePictures.Size(PICTURE_WIDTH - 2, PICTURE_HEIGHT - 2, density), done -> {
                        PlanRow now = shown;
                        if (now != null && now.path().equals(item.path())) {
                            image.setImage(done);
                            picture.getChildren().setAll(image);
                        }
                    });
        }
    }

    private void showChange(PlanRow item) {
        change.getStyleClass().setAll("label", "badge", "plan-badge");
        switch (item.change()) {
            case NEW -> {
                change.setText("New");
                change.getStyleClass().add("accent");
            }
            case CHANGED -> {
                change.setText("Changed");
                change.getStyleClass().add("neutral");
            }
            case REMOVED -> {
                change.setText("Goes");
                change.getStyleClass().add("warning");
            }
            case UNCHANGED -> change.setText("");
        }
        change.setMinWidth(Region.USE_PREF_SIZE);
    }

    private void showState(PlanRow item) {
        state.setText(item.state().label());
        state.getStyleClass().setAll("label", tone(item.state()));
        state.setGraphic(
                switch (item.state()) {
                    case PLANNED -> null;
                    case WAITING -> controls.icons().of("clock", 14);
                    case SENDING -> Spinner.of(14);
                    case SENT, GONE -> controls.icons().of("check", 14);
                    case NOT_SENT -> controls.icons().of("circle-alert", 14);
                    case LEFT -> controls.icons().of("info", 14);
                });
        if (item.state() == PlanRow.State.SENDING) {
            getStyleClass().add("sending");
        }
    }

    private static String tone(PlanRow.State state) {
        return switch (state) {
            case PLANNED, WAITING, LEFT -> "muted";
            case SENDING -> "accent-text";
            case SENT, GONE -> "success-text";
            case NOT_SENT -> "danger-text";
        };
    }
}
