package org.sitewright.ui.media;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.media.MediaItem;
import org.sitewright.ui.control.Controls;
import org.sitewright.work.CancelToken;

/// One item of the grid. Used again for another item as the grid scrolls.
final class MediaTile {
    static final double WIDTH = 168;
    static final double HEIGHT = 168;
    private static final double PICTURE = 118;

    private final Controls controls;
    private final MediaPictures pictures;
    private final ImageView picture = new ImageView();
    private final StackPane frame = new StackPane();
    private final Label name = Controls.label("", "medium");
    private final Label facts = Controls.label("", "meta");
    private final VBox root = new VBox(2, frame, name, facts);
    private final Map<String, Node> icons = new HashMap<>();
    private @Nullable MediaItem item;
    private @Nullable CancelToken loading;

    MediaTile(Controls controls, MediaPictures pictures) {
        this.controls = controls;
        this.pictures = pictures;
        picture.setPreserveRatio(true);
        picture.setFitWidth(WIDTH - 12);
        picture.setFitHeight(PICTURE - 4);
        frame.getStyleClass().add("media-frame");
        frame.setMinHeight(PICTURE);
        frame.setMaxHeight(PICTURE);
        name.setMaxWidth(WIDTH - 12);
        root.getStyleClass().add("media-tile");
        root.setMinSize(WIDTH, HEIGHT);
        root.setMaxSize(WIDTH, HEIGHT);
        root.setAlignment(Pos.TOP_LEFT);
        root.setAccessibleRole(AccessibleRole.BUTTON);
    }

    Node node() {
        return root;
    }

    @Nullable
    MediaItem item() {
        return item;
    }

    void show(MediaItem fresh, boolean chosen) {
        setChosen(chosen);
        if (fresh.equals(item)) {
            return;
        }
        forget();
        item = fresh;
        root.setVisible(true);
        name.setText(fresh.fileName());
        facts.setText(MediaWords.facts(fresh));
        root.setAccessibleText(fresh.fileName() + ", " + MediaWords.facts(fresh));
        Image known = pictures.known(fresh.media());
        if (known != null) {
            put(known);
            return;
        }
        Node icon = icons.computeIfAbsent(
                MediaWords.icon(fresh), name -> controls.icons().of(name, 28));
        if (!frame.getChildren().contains(icon)) {
            frame.getChildren().setAll(icon);
        }
        if (fresh.isPicture()) {
            loading = pictures.request(fresh, image -> {
                if (fresh.equals(item)) {
                    put(image);
                }
            });
        }
    }

    void setChosen(boolean chosen) {
        root.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("selected"), chosen);
    }

    /// Stops what loads for a place that is no longer seen.
    void forget() {
        if (loading != null) {
            loading.cancel();
            loading = null;
        }
        item = null;
        root.setVisible(false);
        picture.setImage(null);
    }

    private void put(Image image) {
        picture.setImage(image);
        frame.getChildren().setAll(picture);
    }

    static String uri(Path file) {
        return file.toUri().toString();
    }
}
