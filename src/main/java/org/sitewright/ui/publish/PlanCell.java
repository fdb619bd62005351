package org.sitewright.ui.publish;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.sitewright.ui.control.Controls;

/// One changed file: its picture, what it is, why it is sent, how large it is, how far it is.
final class PlanCell extends ListCell<PlanRow> {
    static final double HEIGHT = 64;
    private static final double PICTURE_WIDTH = 82;
    private static final double PICTURE_HEIGHT = 52;

    private final Controls controls;
    private final PlanPictures pictures;
    private final StackPane before = slot();
    private final StackPane after = slot();
    private final StackPane arrow = new StackPane();
    private final Label title = Controls.label("", "emphasis");
    private final Label change = Controls.label("", "badge");
    private final Label detail = Controls.label("", "muted");
    private final Label size = Controls.label("", "muted");
    private final Label state = Controls.label("");
    private final HBox row;
    private @Nullable PlanRow shown;

    /// @param look shows the page of a row large
    PlanCell(Controls controls, PlanPictures pictures, Consumer<PlanRow> look) {
        this.controls = controls;
        this.pictures = pictures;
        arrow.getChildren().setAll(controls.icons().of("arrow-right", 14));
        arrow.setMinWidth(14);
        HBox both = Controls.row(6, before, arrow, after);
        both.setMinWidth(Region.USE_PREF_SIZE);
        both.setOnMouseClicked(event -> {
            PlanRow now = shown;
            if (event.getButton() == MouseButton.PRIMARY && now != null && now.kind() == PlanRow.Kind.PAGE) {
                look.accept(now);
            }
        });
        VBox words = new VBox(2, Controls.row(8, title, change), detail);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        size.setMinWidth(72);
        size.setAlignment(Pos.CENTER_RIGHT);
        state.setMinWidth(104);
        state.setAlignment(Pos.CENTER_RIGHT);
        state.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        row = Controls.row(18, both, words, size, state);
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
        PlanRow last = shown;
        shown = item;
        if (last == null || !last.path().equals(item.path()) || last.change() != item.change()) {
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
        boolean page = item.kind() == PlanRow.Kind.PAGE;
        before.setVisible(page);
        arrow.setVisible(page);
        for (StackPane slot : List.of(before, after)) {
            slot.getStyleClass().remove("interactive");
            if (page) {
                slot.getStyleClass().add("interactive");
            }
        }
        if (page) {
            draw(item, Side.BEFORE, before);
            draw(item, Side.AFTER, after);
        } else {
            after.getChildren().setAll(controls.icons().of(item.kind().icon(), 18));
        }
    }

    private void draw(PlanRow item, Side side, StackPane slot) {
        slot.getChildren().setAll(controls.icons().of(item.kind().icon(), 18));
        double density =
                Math.max(2, getScene() == null ? 2 : getScene().getWindow().getOutputScaleX());
        pictures.request(
                side,
                item.path(),
                new PagePictures.Size(PICTURE_WIDTH - 2, PICTURE_HEIGHT - 2, density),
                () -> isShown(item),
                image -> {
                    if (isShown(item)) {
                        slot.getChildren()
                                .setAll(image.<Node>map(PlanCell::view).orElseGet(() -> absent(item, side)));
                    }
                });
    }

    private boolean isShown(PlanRow item) {
        PlanRow now = shown;
        return now != null && now.path().equals(item.path());
    }

    private static StackPane slot() {
        StackPane slot = new StackPane();
        slot.getStyleClass().add("plan-picture");
        slot.setMinSize(PICTURE_WIDTH, PICTURE_HEIGHT);
        slot.setMaxSize(PICTURE_WIDTH, PICTURE_HEIGHT);
        return slot;
    }

    private static ImageView view(Image picture) {
        ImageView image = new ImageView(picture);
        image.setFitWidth(PICTURE_WIDTH - 2);
        image.setFitHeight(PICTURE_HEIGHT - 2);
        Rectangle clip = new Rectangle(PICTURE_WIDTH - 2, PICTURE_HEIGHT - 2);
        clip.setArcWidth(7);
        clip.setArcHeight(7);
        image.setClip(clip);
        return image;
    }

    private static Label absent(PlanRow item, Side side) {
        Label words = Controls.label(item.absent(side), "plan-absent");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        return words;
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
