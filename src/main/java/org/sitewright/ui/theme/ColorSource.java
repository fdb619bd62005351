package org.sitewright.ui.theme;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.sitewright.library.color.DominantColors;
import org.sitewright.media.PictureColors;
import org.sitewright.site.MediaId;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Work;

/// A palette from any colour, or from the pictures that the site shows.
final class ColorSource {
    private static final int PICTURES = 6;
    private static final int COLORS = 3;

    private final ThemeViewModel model;
    private final Controls controls;
    private final PictureColors colors;
    private final Work work;
    private final VBox body = new VBox(8);
    private final Label said = Controls.label("", "field-help");
    private final TextField first = new TextField();
    private final TextField second = new TextField();
    private final ColorPicker picker = new ColorPicker();
    private final FlowPane found = new FlowPane(6, 6);
    private boolean quiet;

    ColorSource(ThemeViewModel model, Controls controls, PictureColors colors, Work work) {
        this.model = model;
        this.controls = controls;
        this.colors = colors;
        this.work = work;
        said.setWrapText(true);
        first.setId("seed");
        second.setId("second-seed");
        second.setPromptText("as the first");
        field(first, text -> model.seed(text));
        field(second, text -> model.second(text));
        picker.getStyleClass().add("button");
        picker.setAccessibleText("Pick the colour");
        picker.setOnAction(event -> {
            if (!quiet) {
                tell(model.seed(hex(picker.getValue())));
            }
        });
        HBox.setHgrow(first, Priority.ALWAYS);
        body.getChildren()
                .addAll(
                        Controls.field("Colour", Controls.row(6, picker, first)),
                        Controls.field("Second colour, for loud panels", second),
                        said,
                        Controls.label("From the pictures of this site", "field-label"),
                        found);
        Controls.show(body, false);
        Controls.show(said, false);
    }

    Node root() {
        Hyperlink open = new Hyperlink("From a colour or a picture");
        open.setGraphic(controls.icons().of("pipette"));
        open.setId("from-a-colour");
        open.setOnAction(event -> {
            boolean opens = !body.isVisible();
            Controls.show(body, opens);
            if (opens && found.getChildren().isEmpty()) {
                readPictures();
            }
        });
        return new VBox(6, open, body);
    }

    void show() {
        quiet = true;
        if (!first.isFocused()) {
            first.setText(model.theme().seed());
        }
        if (!second.isFocused()) {
            second.setText(model.theme().tokens().second());
        }
        picker.setValue(Color.web(model.theme().seed()));
        quiet = false;
    }

    private void field(TextField field, java.util.function.Function<String, Optional<String>> set) {
        Consumer<String> take = text -> tell(set.apply(text));
        field.setOnAction(event -> take.accept(field.getText()));
        field.focusedProperty().addListener((property, before, focused) -> {
            if (before && !focused && !quiet) {
                take.accept(field.getText());
            }
        });
    }

    private void tell(Optional<String> words) {
        said.setText(words.orElse(""));
        Controls.show(said, words.isPresent());
    }

    private void readPictures() {
        for (MediaId picture : model.pictures(PICTURES)) {
            work.<List<String>>run(
                    (progress, cancel) -> colors.pixels(picture)
                            .map(pixels -> DominantColors.of(pixels, COLORS))
                            .orElse(List.of()),
                    seeds -> seeds.forEach(this::offer),
                    fault -> tell(Optional.of("One picture could not be read: " + fault.getMessage())));
        }
    }

    private void offer(String seed) {
        Button button = new Button("", Swatches.one(seed, 22));
        button.getStyleClass().addAll("flat", "icon-button");
        Controls.name(button, "Palette from " + seed, "");
        button.setOnAction(event -> tell(model.seed(seed)));
        found.getChildren().add(button);
    }

    private static String hex(Color color) {
        return String.format(
                "#%02x%02x%02x",
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
    }
}
