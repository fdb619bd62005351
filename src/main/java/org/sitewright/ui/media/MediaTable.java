package org.sitewright.ui.media;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.sitewright.media.MediaItem;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Since;

/// The library as a list with columns, sorted by any of them. Only the rows in sight exist.
final class MediaTable {
    private static final double ROW = 44;

    private final MediaViewModel model;
    private final Controls controls;
    private final Clock clock;
    private final TableView<MediaItem> table = new TableView<>();
    private boolean showing;

    MediaTable(MediaViewModel model, Controls controls, Clock clock) {
        this.model = model;
        this.controls = controls;
        this.clock = clock;
        SortedList<MediaItem> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setId("media-table");
        table.getStyleClass().add("media-table");
        table.setAccessibleText("Pictures and files");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<MediaItem, MediaItem> name = column(
                "Name",
                300,
                Comparator.comparing(MediaItem::fileName, Comparator.comparing(each -> each.toLowerCase(Locale.ROOT))));
        name.setCellFactory(each -> new NameCell());
        table.getColumns().add(name);
        table.getColumns().add(texts("Type", 90, MediaWords::type, Comparator.comparing(MediaItem::contentType)));
        table.getColumns()
                .add(texts(
                        "Size", 90, item -> MediaWords.size(item.size()), Comparator.comparingLong(MediaItem::size)));
        table.getColumns()
                .add(texts(
                        "Dimensions",
                        110,
                        item -> item.width() > 0 ? item.width() + " × " + item.height() : "",
                        Comparator.comparingLong(item -> (long) item.width() * item.height())));
        table.getColumns().add(texts("Used", 70, this::used, Comparator.comparingInt(item -> model.uses(item)
                .size())));
        table.getColumns()
                .add(texts("Added", 120, item -> when(item.createdAt()), Comparator.comparing(MediaItem::createdAt)));
        table.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> {
            if (!showing && after != null) {
                model.selectedProperty().set(after);
            }
        });
        model.selectedProperty().addListener((property, before, after) -> choose(after));
        table.setOnKeyPressed(event -> {
            MediaItem chosen = model.selectedProperty().get();
            if (event.getCode() == KeyCode.DELETE && chosen != null) {
                model.remove(chosen);
                event.consume();
            }
        });
    }

    Node node() {
        choose(model.selectedProperty().get());
        return table;
    }

    private void choose(@Nullable MediaItem item) {
        showing = true;
        if (item == null) {
            table.getSelectionModel().clearSelection();
        } else {
            table.getSelectionModel().select(item);
        }
        showing = false;
    }

    private String used(MediaItem item) {
        int count = model.uses(item).size();
        return count == 0 ? "" : count + "×";
    }

    private String when(Instant time) {
        return Since.words(time, clock.instant(), ZoneId.systemDefault());
    }

    private TableColumn<MediaItem, MediaItem> texts(
            String title, double width, Function<MediaItem, String> words, Comparator<MediaItem> order) {
        TableColumn<MediaItem, MediaItem> column = column(title, width, order);
        column.setCellFactory(each -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable MediaItem item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.apply(item));
            }
        });
        return column;
    }

    private static TableColumn<MediaItem, MediaItem> column(String title, double width, Comparator<MediaItem> order) {
        TableColumn<MediaItem, MediaItem> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(order);
        return column;
    }

    /// The name with the sign of its kind.
    private final class NameCell extends TableCell<MediaItem, MediaItem> {
        private final Label name = Controls.label("", "medium");

        @Override
        protected void updateItem(@Nullable MediaItem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            name.setText(item.fileName());
            setGraphic(Controls.row(10, controls.icons().of(MediaWords.icon(item)), name));
        }
    }
}
