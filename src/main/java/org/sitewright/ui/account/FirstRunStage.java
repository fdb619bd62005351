package org.sitewright.ui.account;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.sitewright.ui.control.Controls;

/// Beside the form: pictures of the starters as they really look, and what the program promises.
public final class FirstRunStage {
    private static final double[][] PLACES = {{64, 88, 420, 560}, {424, 40, 420, 500}, {236, 296, 460, 370}};

    private final Pane pictures = new Pane();
    private final VBox root;

    public FirstRunStage(Controls controls) {
        HBox promises = new HBox(
                40,
                promise(controls, "shield-check", "Nothing is ever lost", "Every edit is on the disk within a second."),
                promise(controls, "zap", "Instant", "A word changed is a word uploaded, not the whole site."),
                promise(controls, "folder-heart", "Yours", "Plain files in open formats. Leave whenever you like."));
        promises.setAlignment(Pos.CENTER_LEFT);
        promises.setPadding(new Insets(0, 64, 48, 64));
        VBox.setVgrow(pictures, Priority.ALWAYS);
        Rectangle clip = new Rectangle();
        pictures.layoutBoundsProperty().addListener((property, before, after) -> {
            clip.setWidth(after.getWidth());
            clip.setHeight(after.getHeight());
        });
        pictures.setClip(clip);
        pictures.setMinSize(0, 0);
        root = new VBox(pictures, promises);
        root.getStyleClass().add("first-run-stage");
    }

    public Node node() {
        return root;
    }

    /// Shows a picture of a home page, drawn 1200 pixels wide and twice as sharp as shown. Each place keeps its depth,
    /// whichever picture comes first.
    ///
    /// @param at 0 at the back left, 1 at the back right, 2 in front
    public void show(int at, Image image) {
        double[] place = PLACES[at];
        ImageView view = new ImageView(image);
        double scale = image.getWidth() / place[2];
        view.setViewport(new Rectangle2D(0, 0, image.getWidth(), Math.min(image.getHeight(), place[3] * scale)));
        view.setFitWidth(place[2]);
        view.setPreserveRatio(true);
        Rectangle rounded = new Rectangle(place[2], place[3]);
        rounded.setArcWidth(16);
        rounded.setArcHeight(16);
        view.setClip(rounded);
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("floating-page");
        frame.relocate(place[0], place[1]);
        frame.setViewOrder(-at);
        pictures.getChildren().add(frame);
    }

    private static Node promise(Controls controls, String icon, String title, String text) {
        Label words = Controls.label(text, "muted");
        words.setWrapText(true);
        VBox box = new VBox(6, controls.icons().of(icon, 22), Controls.label(title, "emphasis"), words);
        box.getStyleClass().add("accent-icon");
        box.setPrefWidth(230);
        return box;
    }
}
