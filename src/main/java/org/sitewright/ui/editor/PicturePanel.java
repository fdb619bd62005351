package org.sitewright.ui.editor;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.sitewright.edit.Transaction;
import org.sitewright.site.Focal;
import org.sitewright.site.Value;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Overlay;

/// The popover of a picture: replace it, say what it shows, and choose what of it must stay visible.
final class PicturePanel {
    private final EditorViewModel model;
    private final EditorServices services;
    private final PictureImports imports;
    private final Thumbnail thumbnails;
    private final Overlay overlay;

    PicturePanel(EditorViewModel model, EditorServices services, PictureImports imports, Overlay overlay) {
        this.model = model;
        this.services = services;
        this.imports = imports;
        this.thumbnails = new Thumbnail(services);
        this.overlay = overlay;
    }

    /// @param point of the scene
    void show(PictureSpot spot, Point2D point) {
        Optional<Value.Image> image = image(spot);
        Controls kit = services.screen().controls();
        VBox box = new VBox(12);
        box.getStyleClass().add("popover-box");
        box.setId("picture-panel");
        box.setPrefWidth(FocalPicker.WIDTH + 32);
        box.getChildren().add(Controls.label(image.isPresent() ? "Picture" : "No picture yet", "group-title"));
        image.ifPresent(found -> {
            FocalPicker focal = new FocalPicker(found.focal(), point2 -> setFocal(spot, point2));
            thumbnails.whole(found.media(), focal::show);
            Label hint =
                    Controls.label("Drag the dot to what must stay visible when the picture is cropped.", "field-help");
            hint.setWrapText(true);
            box.getChildren().addAll(focal.node(), hint, alt(spot, found));
        });
        box.getChildren().add(buttons(spot, kit, image.isPresent()));
        overlay.showAt(box, point, () -> {});
    }

    private VBox alt(PictureSpot spot, Value.Image image) {
        TextArea alt = new TextArea(image.alt());
        alt.setWrapText(true);
        alt.setPrefRowCount(2);
        alt.setId("picture-alt");
        alt.setPromptText("What the picture shows");
        alt.textProperty().addListener((property, before, after) -> image(spot)
                .ifPresent(now -> set(spot, new Value.Image(now.media(), after.replace('\n', ' '), now.focal()))));
        VBox field = Controls.field("Alternative text", alt);
        field.getChildren().add(Controls.label("Leave it empty for a mere decoration.", "field-help"));
        return field;
    }

    private HBox buttons(PictureSpot spot, Controls kit, boolean has) {
        Button file = kit.button(has ? "Replace…" : "Choose a file…", "image-plus", "small");
        file.setId("picture-file");
        file.setOnAction(event -> {
            overlay.close();
            fromFile(spot);
        });
        HBox row = Controls.row(8, file);
        if (services.screen().pictures().isThere()) {
            Button library = kit.button("From the library…", "images", "small");
            library.setId("picture-library");
            library.setOnAction(event -> {
                overlay.close();
                fromLibrary(spot);
            });
            row.getChildren().add(library);
        }
        if (has) {
            Button remove = kit.button("Remove", "", "small", "flat");
            remove.setOnAction(event -> {
                overlay.close();
                remove(spot);
            });
            row.getChildren().addAll(Controls.spring(), remove);
        }
        return row;
    }

    /// Asks for a file and puts it in a picture's place.
    void fromFile(PictureSpot spot) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose a picture");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        "Pictures", "*.jpg", "*.jpeg", "*.png", "*.webp", "*.gif", "*.svg"));
        java.io.File file = chooser.showOpenDialog(overlay.window());
        if (file != null) {
            imports.into(spot, List.of(PictureImports.Source.of(file)));
        }
    }

    void fromLibrary(PictureSpot spot) {
        services.screen().pictures().choose(model.site().id(), item -> imports.set(spot, item));
    }

    private void remove(PictureSpot spot) {
        if (spot.path().isLast()) {
            model.run(model.sections().clearField(spot.section(), spot.path().first()));
        } else {
            set(spot, new Value.Text(""));
        }
    }

    private void setFocal(PictureSpot spot, Focal focal) {
        image(spot).ifPresent(now -> set(spot, new Value.Image(now.media(), now.alt(), focal)));
    }

    private void set(PictureSpot spot, Value value) {
        model.run(model.sections().setField(spot.section(), spot.path(), value, Transaction.Source.PANEL));
    }

    private Optional<Value.Image> image(PictureSpot spot) {
        return model.pictureAt(spot).map(value -> value instanceof Value.Image image ? image : null);
    }
}
