package org.sitewright.ui.bin;

import java.time.Clock;
import java.time.ZoneId;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.history.Bin;
import org.sitewright.history.Binned;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Since;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Screen;
import org.sitewright.ui.fx.Work;

/// What was deleted in the last 30 days, each with the way back.
public final class BinView implements Screen {
    private static final double ROW = 56;

    private final BinViewModel model;
    private final Controls controls;
    private final ListView<Binned> list;
    private final Node empty;
    private final VBox root;

    public BinView(Bin bin, Navigator navigator, Work work, Controls controls, Clock clock) {
        this.controls = controls;
        this.model = new BinViewModel(bin, navigator, work, clock);
        list = list();
        empty = empty();
        Label note = Controls.label(
                "Sites, pages, forms, pictures and components stay here for 30 days after they were deleted.", "muted");
        StackPane body = new StackPane(list, empty);
        VBox.setVgrow(body, Priority.ALWAYS);
        root = new VBox(16, new VBox(4, Controls.label("Bin", "page-title"), note), body);
        root.setPadding(new Insets(24, 32, 0, 32));
        root.setId("bin-screen");
        model.things().addListener((ListChangeListener<Binned>) change -> show());
        model.loadedProperty().addListener((property, before, after) -> show());
        show();
        model.load();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void close() {}

    private void show() {
        boolean none = model.things().isEmpty();
        Controls.show(empty, none && model.loadedProperty().get());
        Controls.show(list, !none);
    }

    private Node empty() {
        Label text = Controls.label(
                "What you delete comes here first, so that nothing is lost by a wrong click. Nothing was deleted in"
                        + " the last 30 days.",
                "lead");
        text.setWrapText(true);
        text.setMaxWidth(420);
        text.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        VBox box = new VBox(
                14, controls.icons().of("trash-2", 40), Controls.label("The bin is empty", "empty-title"), text);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty");
        box.setId("bin-empty");
        return box;
    }

    private ListView<Binned> list() {
        ListView<Binned> made = new ListView<>(model.things());
        made.setId("bin-list");
        made.setAccessibleText("What was deleted, newest first");
        made.setFixedCellSize(ROW);
        made.getStyleClass().add("activity-list");
        made.setCellFactory(view -> new ThingCell());
        made.setOnKeyPressed(event -> {
            Binned chosen = made.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                event.consume();
                model.bringBack(chosen);
            }
        });
        return made;
    }

    private static String icon(Binned.Kind kind) {
        return switch (kind) {
            case SITE -> "panels-top-left";
            case PAGE -> "file";
            case FORM -> "clipboard-list";
            case MEDIA -> "image";
            case COMPONENT -> "blocks";
        };
    }

    private final class ThingCell extends ListCell<Binned> {
        private final Label title = Controls.label("", "medium");
        private final Label detail = Controls.label("", "meta");
        private final Label left = Controls.label("", "meta");
        private final Button back = controls.button("Bring back", "undo-2", "small");
        private final VBox words = new VBox(1, title, detail);

        ThingCell() {
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            left.setMinWidth(USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Binned thing, boolean none) {
            super.updateItem(thing, none);
            if (none || thing == null) {
                setGraphic(null);
                return;
            }
            title.setText(thing.name().isBlank() ? "Without a name" : thing.name());
            detail.setText(thing.kind().words()
                    + (thing.siteName().isEmpty() ? "" : " of " + thing.siteName()) + ", deleted "
                    + Since.words(thing.deletedAt(), model.clock().instant(), ZoneId.systemDefault()));
            long days = model.daysLeft(thing);
            left.setText(days == 1 ? "1 day left" : days + " days left");
            back.setId("bring-back-" + getIndex());
            Controls.name(back, "Bring back " + title.getText(), "Enter");
            back.setOnAction(event -> model.bringBack(thing));
            setGraphic(Controls.row(14, controls.icons().of(icon(thing.kind())), words, left, back));
        }
    }
}
