package org.sitewright.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.FontFamily;
import org.sitewright.library.FontPairing;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Work;

/// The families to choose from, each shown in itself.
final class TypeGroup {
    private static final int FEW = 3;
    private static final double SIZE = 22;

    private final ThemeViewModel model;
    private final Work work;
    private final VBox rows = new VBox(2);
    private final Hyperlink all = new Hyperlink();
    private final Map<String, Font> fonts = new HashMap<>();
    private boolean everything;

    TypeGroup(ThemeViewModel model, Work work) {
        this.model = model;
        this.work = work;
        all.setId("all-pairings");
        all.setOnAction(event -> {
            everything = !everything;
            show();
        });
    }

    Node root() {
        return new VBox(8, Controls.row(8, Controls.label("Type", "group-label"), Controls.spring(), all), rows);
    }

    void show() {
        List<FontPairing> pairings = model.pairings();
        all.setText(everything ? "Fewer" : "All " + pairings.size());
        List<FontPairing> few = new java.util.ArrayList<>(pairings.subList(0, Math.min(FEW, pairings.size())));
        pairings.stream()
                .filter(pairing -> pairing.isIn(model.theme()) && !few.contains(pairing))
                .findFirst()
                .ifPresent(chosen -> few.set(few.size() - 1, chosen));
        rows.getChildren().clear();
        for (FontPairing pairing : everything ? pairings : few) {
            rows.getChildren().add(row(pairing));
        }
    }

    private Button row(FontPairing pairing) {
        boolean chosen = pairing.isIn(model.theme());
        Text sample = new Text("Aa");
        sample.getStyleClass().add("type-sample");
        face(pairing.display(), sample);
        Label with = Controls.label(
                pairing.display().equals(pairing.body())
                        ? "for everything"
                        : "with " + pairing.body().label() + " for text",
                "meta");
        VBox words = new VBox(0, Controls.label(pairing.display().label(), chosen ? "strong" : "name"), with);
        words.setAlignment(Pos.CENTER_LEFT);
        StackPane tile = new StackPane(sample);
        tile.setMinWidth(40);
        Button button = new Button();
        button.setGraphic(Controls.row(12, tile, words));
        button.getStyleClass().addAll("theme-row", "tall");
        if (chosen) {
            button.getStyleClass().add("chosen");
        }
        button.setId(
                "pairing-" + pairing.display().name() + "-" + pairing.body().name());
        button.setAccessibleText("Type " + pairing.display().label() + " " + with.getText());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> model.pairing(pairing));
        return button;
    }

    private void face(FontFamily family, Text sample) {
        Font known = fonts.get(family.name());
        if (known != null) {
            sample.setFont(known);
            return;
        }
        Optional<FontFamily.Face> face = family.canvas().stream()
                .filter(each -> each.style().equals("normal") && each.range().contains("U+0000"))
                .reduce((first, second) -> second);
        face.ifPresent(found -> work.run(
                (progress, cancel) -> load(found),
                font -> {
                    if (font.isPresent()) {
                        fonts.put(family.name(), font.get());
                        sample.setFont(font.get());
                    }
                },
                fault -> sample.setText("—")));
    }

    private static Optional<Font> load(FontFamily.Face face) {
        try (InputStream in = Files.newInputStream(face.file())) {
            @Nullable Font font = Font.loadFont(in, SIZE);
            return Optional.ofNullable(font);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
