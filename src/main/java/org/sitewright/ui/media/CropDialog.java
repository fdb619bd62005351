package org.sitewright.ui.media;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.media.MediaCrop;
import org.sitewright.media.MediaItem;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.DialogBox;
import org.sitewright.ui.control.Overlay;
import org.sitewright.work.CancelToken;

/// Lets a part of a picture be framed freely or in a shape, and cuts it out as a picture of its own.
final class CropDialog {
    private static final double FREE = 0;

    private final MediaViewModel model;
    private final Controls controls;
    private final MediaItem item;
    private final CropFrame frame;
    private final CropStage stage;
    private final Overlay overlay;
    private final Label size = Controls.label("", "meta");

    private record Shape(String id, String name, double ratio) {}

    CropDialog(StackPane over, MediaViewModel model, Controls controls, MediaItem item) {
        this.overlay = new Overlay(over);
        this.model = model;
        this.controls = controls;
        this.item = item;
        this.frame = new CropFrame(item.width(), item.height());
        this.stage = new CropStage(item, frame, this::say);
    }

    void show() {
        CancelToken reading = model.thumbnail(item, file -> stage.show(new Image(MediaTile.uri(file), true)));
        StackPane picture = new StackPane(stage.node());
        picture.setPadding(new Insets(12, 24, 16, 24));
        Button keep = controls.primary("Crop", "crop");
        keep.setId("crop-do");
        Controls.name(keep, "Crop; the picture itself stays as it is", "Enter");
        keep.setOnAction(event -> cut());
        size.setId("crop-size");
        VBox box = DialogBox.of(
                "crop-dialog",
                720,
                DialogBox.head("Crop a copy", overlay, controls),
                DialogBox.foot(size, Controls.spring(), DialogBox.cancel(overlay, controls), keep),
                shapes(),
                picture);
        overlay.setKeys(event -> {
            boolean onButton = event.getTarget() instanceof Button || event.getTarget() instanceof ToggleButton;
            boolean cuts = event.getCode() == KeyCode.ENTER && !onButton;
            if (cuts) {
                cut();
            }
            return cuts;
        });
        overlay.ask(box, box, reading::cancel);
        say();
        stage.focus();
    }

    private void cut() {
        overlay.close();
        model.crop(item, frame.part());
    }

    private HBox shapes() {
        HBox row = new HBox(2);
        row.setPadding(new Insets(14, 24, 0, 24));
        ToggleGroup group = new ToggleGroup();
        List<Shape> shapes = List.of(
                new Shape("free", "Free", FREE),
                new Shape("original", "Original", (double) item.width() / item.height()),
                new Shape("square", "Square 1:1", 1.0),
                new Shape("photo", "Photo 4:3", 4.0 / 3),
                new Shape("portrait", "Portrait 3:4", 3.0 / 4),
                new Shape("wide", "Wide 16:9", 16.0 / 9),
                new Shape("banner", "Banner 3:1", 3.0));
        for (Shape shape : shapes) {
            ToggleButton chip = new ToggleButton(shape.name());
            chip.setId("crop-shape-" + shape.id());
            chip.getStyleClass().add("filter-chip");
            chip.setToggleGroup(group);
            chip.setSelected(shape.ratio() == FREE);
            chip.setOnAction(event -> {
                chip.setSelected(true);
                take(shape);
            });
            row.getChildren().add(chip);
        }
        return row;
    }

    private void take(Shape shape) {
        if (shape.ratio() == FREE) {
            frame.release();
        } else {
            frame.set(MediaCrop.Part.of(item, shape.ratio()), shape.ratio());
        }
        stage.place();
        say();
    }

    private void say() {
        MediaCrop.Part part = frame.part();
        size.setText(part.width() + " × " + part.height() + " pixels of " + item.width() + " × " + item.height());
    }
}
