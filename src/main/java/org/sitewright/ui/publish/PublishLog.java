package org.sitewright.ui.publish;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.publish.Sending.LogLine;

/// What was sent, line by line, in the order in which it arrived.
final class PublishLog {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final double LINE = 19;
    private static final int LINES = 4;
    private static final double PATH = 420;

    private final StackPane root;
    private final Runnable stop;

    PublishLog(ObservableList<LogLine> lines, ZoneId zone) {
        ListView<LogLine> list = new ListView<>(lines);
        list.getStyleClass().add("publish-log-list");
        list.setFixedCellSize(LINE);
        list.setMinHeight(LINES * LINE);
        list.setPrefHeight(LINES * LINE);
        list.setMaxHeight(LINES * LINE);
        list.setAccessibleText("Log of this publish");
        list.setCellFactory(view -> new Line(zone));
        root = new StackPane(list);
        root.getStyleClass().add("publish-log");
        ListChangeListener<LogLine> follow = change -> list.scrollTo(Math.max(0, lines.size() - 1));
        lines.addListener(follow);
        stop = () -> lines.removeListener(follow);
    }

    Node node() {
        return root;
    }

    void close() {
        stop.run();
    }

    private static final class Line extends ListCell<LogLine> {
        private final ZoneId zone;
        private final Label time = column(92, Pos.CENTER_LEFT);
        private final Label verb = column(40, Pos.CENTER_LEFT);
        private final Label text = Controls.label("", "mono");
        private final Label size = column(72, Pos.CENTER_RIGHT);
        private final Label took = column(64, Pos.CENTER_RIGHT);
        private final Label cache = column(84, Pos.CENTER_LEFT);
        private final HBox row;

        private Line(ZoneId zone) {
            this.zone = zone;
            text.setMinWidth(0);
            text.setPrefWidth(PATH);
            text.setMaxWidth(PATH);
            row = Controls.row(12, time, verb, text, size, took, cache);
            row.setMinWidth(0);
            row.setPrefWidth(0);
        }

        private static Label column(double width, Pos alignment) {
            Label label = Controls.label("", "mono", "muted");
            label.setMinWidth(width);
            label.setMaxWidth(width);
            label.setAlignment(alignment);
            return label;
        }

        @Override
        protected void updateItem(@Nullable LogLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            time.setText(TIME.format(line.at().atZone(zone)));
            verb.setText(line.verb());
            text.setText(line.text());
            size.setText(line.bytes() < 0 ? "" : Amounts.size(line.bytes()));
            took.setText(line.took() < 0 ? "" : line.took() + " ms");
            cache.setText(line.cache());
            boolean columns = line.bytes() >= 0;
            text.setPrefWidth(columns ? PATH : 2 * PATH);
            text.setMaxWidth(columns ? PATH : 2 * PATH);
            for (Region each : new Region[] {size, took, cache}) {
                Controls.show(each, columns);
            }
            setGraphic(row);
        }
    }
}
