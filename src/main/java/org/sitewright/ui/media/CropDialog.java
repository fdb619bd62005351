package org.sitewright.ui.media;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.media.MediaCrop;
import org.sitewright.media.MediaItem;
import org.sitewright.ui.control.Controls;
import org.sitewright.work.CancelToken;

/// Lets a part of a picture be framed freely or in a shape, and cuts it out as a picture of its own.
final class CropDialog {
    private static final double FREE = 0;

    private final MediaViewModel model;
    private final Controls controls;
    private final MediaItem item;
    private final CropFrame frame;
    private final CropStage stage;
    private final StackPane scrim = new StackPane();
    private final Label size = Controls.label("", "meta");

    private record Shape(String id, String name, double ratio) {}

    CropDialog(MediaViewModel model, Controls controls, MediaItem item) {
        this.model = model;
        this.controls = controls;
        this.item = item;
        this.frame = new CropFrame(item.width(), item.height());
        this.stage = new CropStage(item, frame, this::say);
    }

    void show(StackPane over) {
        CancelToken reading = model.thumbnail(item, file -> stage.show(new Image(MediaTile.uri(file), true)));
        Runnable close = () -> {
            reading.cancel();
            over.getChildren().remove(scrim);
        };
        Runnable cut = () -> {
            close.run();
            model.crop(item, frame.part());
        };
        Button shut = controls.iconButton("Close", "x", "Esc");
        shut.setOnAction(event -> close.run());
        HBox head = Controls.row(8, Controls.label("Crop a copy", "title-4"), Controls.spring(), shut);
        head.setPadding(new Insets(12, 12, 8, 20));
        StackPane picture = new StackPane(stage.node());
        picture.setPadding(new Insets(12, 20, 12, 20));
        Button keep = controls.primary("Crop", "crop");
        keep.setId("crop-do");
        Controls.name(keep, "Crop; the picture itself stays as it is", "Enter");
        keep.setOnAction(event -> cut.run());
        HBox foot = Controls.row(8, size, Controls.spring(), keep);
        foot.setPadding(new Insets(12, 16, 12, 20));
        size.setId("crop-size");
        VBox box = new VBox(head, shapes(), picture, Controls.hairline(), foot);
        box.getStyleClass().add("dialog-box");
        box.setMaxSize(720, VBox.USE_PREF_SIZE);
        box.setId("crop-dialog");
        scrim.getStyleClass().add("scrim");
        scrim.setPadding(new Insets(40));
        scrim.getChildren().setAll(box);
        scrim.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean onButton = event.getTarget() instanceof Button || event.getTarget() instanceof ToggleButton;
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && !onButton) {
                cut.run();
                event.consume();
            }
        });
        over.getChildren().add(scrim);
        say();
        stage.focus();
    }

    private HBox shapes() {
        HBox row = new HBox(2);
        row.setPadding(new Insets(0, 20, 0, 20));
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
