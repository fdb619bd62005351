package org.sitewright.ui.editor;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.Field;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Value;
import org.sitewright.ui.control.Controls;

/// Shows a picture with its text for those who cannot see it and the point that stays visible, and replaces it.
final class PictureControl implements FieldControl {
    private static final double TILE = 72;

    private final FieldControls.Media media;
    private final Controls kit;
    private final StackPane tile = new StackPane();
    private final Region dot = new Region();
    private final TextField alt = new TextField();
    private final Label name = Controls.label("", "medium");
    private final Label verdict = Controls.label("", "meta");
    private final Button choose;
    private final Button focal;
    private final VBox box;
    private Value.@Nullable Image shown;
    private boolean showing;

    PictureControl(Field field, FieldPath path, Controls kit, FieldControls.Media media, Listener listener) {
        this.media = media;
        this.kit = kit;
        tile.getStyleClass().add("picture-tile");
        tile.setMinSize(TILE, TILE);
        tile.setMaxSize(TILE, TILE);
        dot.getStyleClass().addAll("focal-dot", "small");
        dot.setMouseTransparent(true);
        dot.setMinSize(14, 14);
        dot.setMaxSize(14, 14);
        StackPane.setAlignment(dot, Pos.TOP_LEFT);
        choose = kit.button("Replace", "", "small");
        choose.setId("replace-" + field.name());
        choose.setOnAction(event -> media.replace(path));
        focal = kit.button("Focal point", "", "small", "flat");
        focal.setId("focal-" + field.name());
        focal.setOnAction(event -> media.edit(path, focal));
        tile.setOnMouseClicked(event -> media.edit(path, tile));
        alt.setPromptText("What the picture shows");
        alt.setAccessibleText("Alternative text");
        alt.setId("alt-" + field.name());
        alt.textProperty().addListener((property, before, after) -> {
            Value.Image image = shown;
            if (!showing && image != null) {
                listener.accept(new Value.Image(image.media(), after, image.focal()));
            }
        });
        name.setMaxWidth(170);
        VBox side = new VBox(8, name, Controls.row(4, choose, focal));
        side.setAlignment(Pos.CENTER_LEFT);
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
            if (image == null) {
                tile.getChildren().add(kit.icons().of("image", 20));
                name.setText("No picture yet");
            } else {
                tile.getChildren().addAll(media.tile(image.media()), dot);
                name.setText(media.fileName(image.media()));
            }
        }
        if (image != null) {
            dot.setTranslateX(image.focal().x() * TILE - 7);
            dot.setTranslateY(image.focal().y() * TILE - 7);
        }
        choose.setText(image == null ? "Choose…" : "Replace");
        Controls.show(focal, image != null);
        Controls.show(alt, image != null);
        String text = image == null ? "" : image.alt();
        if (!alt.getText().equals(text)) {
            showing = true;
            alt.setText(text);
            showing = false;
        }
        verdict.getStyleClass().removeAll("success-text");
        boolean described = image != null && !text.isBlank();
        if (described) {
            verdict.getStyleClass().add("success-text");
        }
        verdict.setText(image == null ? "" : described ? "✓ Alt text" : "Decorative");
    }
}
