package org.sitewright.ui.media;

import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.sitewright.media.MediaItem;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Overlay;

/// Lets one picture of a library be chosen, over whatever screen is open.
final class PictureDialog {
    private final MediaViewModel model;
    private final Controls controls;
    private final StackPane over;
    private final Overlay overlay;

    PictureDialog(StackPane over, MediaViewModel model, Controls controls) {
        this.over = over;
        this.overlay = new Overlay(over);
        this.model = model;
        this.controls = controls;
    }

    /// @param chosen gets the picture; not called when the dialog is left
    void show(Consumer<MediaItem> chosen) {
        model.filterProperty().set(MediaOrder.Filter.PICTURES);
        Button use = controls.primary("Use this picture", "check");
        use.setId("picture-use");
        Runnable take = () -> {
            MediaItem item = model.selectedProperty().get();
            if (item != null && item.isPicture()) {
                overlay.close();
                chosen.accept(item);
            }
        };
        use.setOnAction(event -> take.run());
        MediaGrid grid = new MediaGrid(model, controls, item -> take.run());
        grid.node().setId("picture-grid");
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        TextField search = new TextField();
        search.setPromptText("Find a picture by name or alt text");
        search.setAccessibleText("Find a picture");
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox field = Controls.row(12, controls.icons().of("search", 18), search);
        field.getStyleClass().addAll("search-box", "bare");
        HBox.setHgrow(field, Priority.ALWAYS);
        Button shut = controls.iconButton("Close", "x", "Esc");
        shut.setOnAction(event -> overlay.close());
        HBox head = Controls.row(12, field, shut);
        head.setPadding(new Insets(11, 12, 11, 6));
        Button add = controls.button("Add files", "plus");
        add.setOnAction(event -> {
            List<File> files =
                    new FileChooser().showOpenMultipleDialog(over.getScene().getWindow());
            if (files != null) {
                model.bring(
                        files.stream().map(file -> Incoming.of(file.toPath())).toList());
            }
        });
        HBox foot = Controls.row(8, add, Controls.spring(), use);
        foot.setPadding(new Insets(12, 16, 12, 16));
        VBox box = new VBox(
                head,
                Controls.hairline(),
                grid.node(),
                new ArrivalList(model, controls).node(),
                Controls.hairline(),
                foot);
        box.getStyleClass().add("dialog-box");
        box.setMaxSize(784, 640);
        box.setId("picture-dialog");
        overlay.show(box, search, () -> {
            model.filterProperty().set(MediaOrder.Filter.ALL);
            model.searchProperty().set("");
        });
    }
}
