package org.sitewright.ui.editor;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.Field;
import org.sitewright.site.FieldPath;
import org.sitewright.site.MediaId;
import org.sitewright.site.Value;
import org.sitewright.ui.control.Controls;

/// Shows a picture with its text for those who cannot see it, and replaces it.
final class PictureControl implements FieldControl {
    private final Function<MediaId, Node> thumbnail;
    private final StackPane tile = new StackPane();
    private final TextField alt = new TextField();
    private final Label verdict = Controls.label("", "meta");
    private final VBox box;
    private Value.@Nullable Image shown;
    private boolean showing;

    /// @param replace lets the user choose another picture for the field
    PictureControl(
            Field field,
            FieldPath path,
            Controls controls,
            Function<MediaId, Node> thumbnail,
            java.util.function.Consumer<FieldPath> replace,
            Listener listener) {
        this.thumbnail = thumbnail;
        tile.getStyleClass().add("picture-tile");
        tile.setMinSize(72, 72);
        tile.setMaxSize(72, 72);
        Button choose = controls.button("Replace", "", "small");
        choose.setId("replace-" + field.name());
        choose.setOnAction(event -> replace.accept(path));
        alt.setPromptText("What the picture shows");
        alt.setAccessibleText("Alternative text");
        alt.textProperty().addListener((property, before, after) -> {
            Value.Image image = shown;
            if (!showing && image != null) {
                listener.accept(new Value.Image(image.media(), after, image.focal()));
            }
        });
        VBox side = new VBox(6, choose);
        HBox row = Controls.row(12, tile, side);
        Label caption = Controls.label(field.label(), "field-label");
        box = new VBox(6, Controls.row(8, caption, Controls.spring(), verdict), row, alt);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(@Nullable Value value) {
        Value.Image image = value instanceof Value.Image given ? given : null;
        boolean other = shown == null || image == null || !shown.media().equals(image.media());
        shown = image;
        if (other) {
            tile.getChildren().clear();
            if (image != null) {
                tile.getChildren().add(thumbnail.apply(image.media()));
            }
        }
        String text = image == null ? "" : image.alt();
        if (!alt.getText().equals(text)) {
            showing = true;
            alt.setText(text);
            showing = false;
        }
        alt.setDisable(image == null);
        verdict.setText(image == null ? "No picture" : text.isBlank() ? "Decorative" : "Alt text ✓");
    }
}
