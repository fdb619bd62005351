package org.sitewright.ui.palette;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.palette.PaletteViewModel.Row;

/// A heading, or something that was found with the letters that were meant picked out.
final class PaletteCell extends ListCell<Row> {
    private static final int LONGEST_DETAIL = 60;

    private final Controls kit;

    PaletteCell(Controls kit, IntConsumer go) {
        this.kit = kit;
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (getItem() instanceof Row.Hit) {
                go.accept(getIndex());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        getStyleClass().removeAll("palette-heading", "palette-row");
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        setMouseTransparent(row instanceof Row.Heading);
        setGraphic(
                switch (row) {
                    case Row.Heading heading -> heading(heading);
                    case Row.Hit hit -> hit(hit);
                });
    }

    private Node heading(Row.Heading heading) {
        getStyleClass().add("palette-heading");
        setPrefHeight(30);
        setAccessibleText(heading.words());
        return Controls.label(heading.words(), "meta");
    }

    private Node hit(Row.Hit hit) {
        getStyleClass().add("palette-row");
        setPrefHeight(42);
        PaletteEntry entry = hit.entry();
        setAccessibleText(entry.label() + ", " + entry.detail());
        HBox line = Controls.row(
                12,
                kit.icons().of(entry.icon()),
                flow(entry.label(), hit.label().at(), "palette-label"),
                detail(entry.detail(), hit.detail().at()),
                Controls.spring());
        if (!entry.keys().isEmpty()) {
            Label keys = Controls.label(entry.keys(), "key-cap");
            keys.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(keys);
        }
        return line;
    }

    /// Long words are cut around what was meant.
    private static TextFlow detail(String text, List<Integer> picked) {
        boolean late = !picked.isEmpty() && picked.getFirst() > LONGEST_DETAIL - 20;
        int from = late ? picked.getFirst() - 20 : 0;
        int to = Math.min(text.length(), from + LONGEST_DETAIL);
        String before = late ? "…" : "";
        String shown = before + text.substring(from, to) + (to < text.length() ? "…" : "");
        int shift = before.length() - from;
        return flow(shown, picked.stream().map(at -> at + shift).toList(), "palette-detail");
    }

    private static TextFlow flow(String text, List<Integer> picked, String style) {
        TextFlow flow = new TextFlow();
        int from = 0;
        while (from < text.length()) {
            boolean on = picked.contains(from);
            int to = from + 1;
            while (to < text.length() && picked.contains(to) == on) {
                to++;
            }
            Text part = new Text(text.substring(from, to));
            part.getStyleClass().addAll(style, on ? "palette-picked" : "palette-plain");
            flow.getChildren().add(part);
            from = to;
        }
        flow.setMinWidth(0);
        flow.setMaxHeight(20);
        return flow;
    }
}
