package org.sitewright.ui.media;

import java.io.File;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.sitewright.media.MediaCrop;
import org.sitewright.media.MediaItem;
import org.sitewright.media.MediaKind;
import org.sitewright.media.MediaUse;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Subscription;
import org.sitewright.work.CancelToken;

/// The panel of the chosen item: what it is, what it says, where it is used, and what can be done with it.
final class MediaDetail {
    private final MediaViewModel model;
    private final Controls controls;
    private final Acts acts;
    private final VBox body = new VBox(14);
    private final ScrollPane root = new ScrollPane(body);
    private final Subscription open = new Subscription();
    private final FocalPicture preview;

    /// What the panel cannot do by itself.
    ///
    /// @param go shows the place in the editor
    /// @param replace asks for the picture to put in its place
    /// @param crop asks for the part to keep
    /// @param kinds what kinds of sections are called
    record Acts(
            Consumer<MediaUse> go,
            Consumer<MediaItem> replace,
            Consumer<MediaItem> crop,
            Function<String, String> kinds) {}

    MediaDetail(MediaViewModel model, Controls controls, Acts acts) {
        this.model = model;
        this.controls = controls;
        this.acts = acts;
        this.preview = new FocalPicture(focal -> {
            MediaItem item = model.selectedProperty().get();
            if (item != null) {
                model.setFocal(item, focal);
            }
        });
        body.getStyleClass().add("inspector-body");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().addAll("inspector", "media-detail");
        root.setMinWidth(304);
        root.setMaxWidth(304);
        javafx.beans.value.ChangeListener<@Nullable MediaItem> listener = (property, before, after) -> show(after);
        model.selectedProperty().addListener(listener);
        open.add(() -> model.selectedProperty().removeListener(listener));
        show(model.selectedProperty().get());
    }

    Node node() {
        return root;
    }

    void close() {
        open.close();
    }

    private void show(@Nullable MediaItem item) {
        if (item == null) {
            Label hint = Controls.label("Choose a picture or file to see and change what it says.", "muted");
            hint.setWrapText(true);
            body.getChildren().setAll(hint);
            return;
        }
        body.getChildren().clear();
        if (item.isPicture()) {
            preview.show(item, null);
            body.getChildren().add(preview.node());
            if (item.contentType().equals(MediaKind.SVG.contentType())) {
                model.drawings().draw(item.media(), image -> {
                    if (item.equals(model.selectedProperty().get())) {
                        preview.show(item, image);
                    }
                });
            }
            CancelToken unused = model.thumbnail(item, file -> {
                if (item.equals(model.selectedProperty().get())) {
                    preview.show(item, new Image(MediaTile.uri(file), true));
                }
            });
        }
        body.getChildren().addAll(texts(item), facts(item), uses(item), acts(item));
    }

    private Node texts(MediaItem item) {
        TextField name = new TextField(item.fileName());
        name.setId("media-name");
        name.setOnAction(event -> model.rename(item, name.getText()));
        name.focusedProperty().addListener((property, before, after) -> {
            if (!after) {
                model.rename(item, name.getText());
            }
        });
        VBox box = new VBox(14, Controls.field("Name", name));
        if (item.isPicture()) {
            TextArea alt = new TextArea(item.alt());
            alt.setId("media-alt");
            alt.setWrapText(true);
            alt.setPrefRowCount(3);
            alt.setPromptText("What it shows, for who cannot see it");
            alt.focusedProperty().addListener((property, before, after) -> {
                if (!after) {
                    model.setAlt(item, alt.getText());
                }
            });
            VBox field = Controls.field("Alt text", alt);
            field.getChildren().add(Controls.label("Used wherever it is placed next.", "field-help"));
            box.getChildren().add(field);
        }
        return box;
    }

    private static Node facts(MediaItem item) {
        Label facts = Controls.label(
                (item.width() > 0 ? item.width() + " × " + item.height() + " pixels · " : "") + MediaWords.kind(item),
                "meta");
        facts.setId("media-facts");
        return facts;
    }

    private Node uses(MediaItem item) {
        VBox box = new VBox(2, Controls.label("Used in", "field-label"));
        int at = 0;
        for (MediaUse use : model.uses(item)) {
            Button place = controls.button(
                    use.pageName() + " › " + acts.kinds().apply(use.kind()), "arrow-up-right", "flat", "small");
            place.setId("media-use-" + at++);
            place.setOnAction(event -> acts.go().accept(use));
            box.getChildren().add(place);
        }
        if (at == 0) {
            box.getChildren().add(Controls.label("Nowhere yet", "muted"));
        }
        return box;
    }

    private Node acts(MediaItem item) {
        VBox box = new VBox(8);
        if (item.isPicture() && model.isUsed(item)) {
            Button replace = controls.button("Replace everywhere…", "refresh-cw");
            replace.setId("media-replace");
            replace.setOnAction(event -> acts.replace().accept(item));
            box.getChildren().add(wide(replace));
        }
        if (MediaCrop.takes(item)) {
            Button crop = controls.button("Crop a copy…", "crop");
            crop.setId("media-crop");
            crop.setOnAction(event -> acts.crop().accept(item));
            box.getChildren().add(wide(crop));
        }
        Button download = controls.button("Download original", "download");
        download.setOnAction(event -> download(item));
        Button remove = controls.button("Remove from the library", "trash-2", "danger");
        remove.setId("media-remove");
        Controls.name(remove, "Remove from the library", "Del");
        remove.setOnAction(event -> model.remove(item));
        box.getChildren().addAll(wide(download), wide(remove));
        return box;
    }

    private void download(MediaItem item) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the original as");
        chooser.setInitialFileName(item.fileName());
        File to = chooser.showSaveDialog(root.getScene().getWindow());
        if (to != null) {
            model.download(item, to.toPath());
        }
    }

    private static Button wide(Button button) {
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }
}
