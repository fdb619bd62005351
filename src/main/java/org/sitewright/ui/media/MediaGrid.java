package org.sitewright.ui.media;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.sitewright.media.MediaItem;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Delay;

/// The library as a grid: a list of rows, of which only those in sight exist.
final class MediaGrid {
    private static final double GAP = 8;

    private final MediaViewModel model;
    private final Controls controls;
    private final MediaPictures pictures;
    private final Consumer<MediaItem> opened;
    private final ObservableList<Integer> rows = FXCollections.observableArrayList();
    private final ListView<Integer> list = new ListView<>(rows);
    private int columns = 4;

    /// @param opened gets what was chosen by a double click or Enter
    MediaGrid(MediaViewModel model, Controls controls, Consumer<MediaItem> opened) {
        this.model = model;
        this.controls = controls;
        this.opened = opened;
        this.pictures = new MediaPictures(model, Delay.onScreen());
        list.setId("media-grid");
        list.getStyleClass().add("media-grid");
        list.setAccessibleText("Pictures and files");
        list.setFixedCellSize(MediaTile.HEIGHT + GAP);
        list.setCellFactory(view -> new Row());
        list.widthProperty().addListener((property, before, after) -> lay());
        model.shown().addListener((ListChangeListener<MediaItem>) change -> lay());
        model.selectedProperty().addListener((property, before, after) -> list.refresh());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        lay();
    }

    Node node() {
        return list;
    }

    private void lay() {
        columns = Math.max(1, (int) ((list.getWidth() - 24) / (MediaTile.WIDTH + GAP)));
        int wanted = (model.shown().size() + columns - 1) / columns;
        List<Integer> fresh = new ArrayList<>(wanted);
        for (int row = 0; row < wanted; row++) {
            fresh.add(row);
        }
        if (!fresh.equals(rows)) {
            rows.setAll(fresh);
        }
        list.refresh();
    }

    private void pressed(KeyEvent event) {
        MediaItem chosen = model.selectedProperty().get();
        int at = chosen == null ? -1 : model.shown().indexOf(chosen);
        KeyCode key = event.getCode();
        if (key == KeyCode.ENTER && chosen != null) {
            opened.accept(chosen);
        } else if (key == KeyCode.DELETE && chosen != null) {
            model.remove(chosen);
        } else if (key == KeyCode.RIGHT) {
            choose(at + 1);
        } else if (key == KeyCode.LEFT) {
            choose(at - 1);
        } else if (key == KeyCode.DOWN) {
            choose(at < 0 ? 0 : at + columns);
        } else if (key == KeyCode.UP) {
            choose(at - columns);
        } else {
            return;
        }
        event.consume();
    }

    private void choose(int at) {
        if (at >= 0 && at < model.shown().size()) {
            model.selectedProperty().set(model.shown().get(at));
            list.scrollTo(Math.max(0, at / columns - 1));
        }
    }

    private final class Row extends ListCell<Integer> {
        private final HBox box = new HBox(GAP);
        private final List<MediaTile> tiles = new ArrayList<>();

        @Override
        protected void updateItem(Integer row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                tiles.forEach(MediaTile::forget);
                setGraphic(null);
                return;
            }
            while (tiles.size() < columns) {
                tiles.add(tile());
            }
            while (tiles.size() > columns) {
                MediaTile last = tiles.removeLast();
                last.forget();
                box.getChildren().remove(last.node());
            }
            for (int column = 0; column < columns; column++) {
                int at = row * columns + column;
                if (at < model.shown().size()) {
                    MediaItem item = model.shown().get(at);
                    tiles.get(column)
                            .show(item, item.equals(model.selectedProperty().get()));
                } else {
                    tiles.get(column).forget();
                }
            }
            setGraphic(box);
        }

        private MediaTile tile() {
            MediaTile tile = new MediaTile(controls, pictures);
            tile.node().setOnMouseClicked(event -> {
                MediaItem item = tile.item();
                if (item != null) {
                    model.selectedProperty().set(item);
                    list.requestFocus();
                    if (event.getClickCount() == 2) {
                        opened.accept(item);
                    }
                }
            });
            box.getChildren().add(tile.node());
            return tile;
        }
    }
}
