package org.sitewright.ui.control;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;

/// The picture of a row that follows the pointer, over everything else and in nobody's way: below the pointer and to
/// its right, where it hides neither the row that would take it nor the line that says so.
final class DragPicture {
    private static final double RIGHT = 14;
    private static final double DOWN = 12;
    private static final double WIDEST = 220;

    private final Pane over;
    private final StackPane card;

    private DragPicture(Pane over, StackPane card) {
        this.over = over;
        this.card = card;
    }

    /// @param over the root of the scene
    static DragPicture of(Region row, Pane over) {
        double sharp = row.getScene().getWindow() == null
                ? 1
                : row.getScene().getWindow().getOutputScaleX();
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(Color.TRANSPARENT);
        how.setTransform(new Scale(sharp, sharp));
        ImageView picture = new ImageView(withoutButtons(row, how));
        double width = Math.min(row.getWidth(), WIDEST);
        picture.setViewport(new Rectangle2D(0, 0, width * sharp, row.getHeight() * sharp));
        picture.setFitWidth(width);
        picture.setFitHeight(row.getHeight());
        StackPane card = new StackPane(picture);
        card.getStyleClass().add("drag-picture");
        card.setManaged(false);
        card.setMouseTransparent(true);
        card.resize(width, row.getHeight());
        over.getChildren().add(card);
        return new DragPicture(over, card);
    }

    /// Nobody can press the buttons of a picture.
    private static Image withoutButtons(Region row, SnapshotParameters how) {
        List<Node> buttons = List.copyOf(row.lookupAll(".button"));
        List<Double> shown = buttons.stream().map(Node::getOpacity).toList();
        buttons.forEach(button -> button.setOpacity(0));
        Image picture = row.snapshot(how, null);
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setOpacity(shown.get(i));
        }
        return picture;
    }

    /// @param pointer of the scene
    void follow(Point2D pointer) {
        Point2D local = over.sceneToLocal(pointer);
        double right = Math.min(local.getX() + RIGHT, over.getWidth() - card.getWidth());
        card.relocate(right, local.getY() + DOWN);
    }

    void remove() {
        over.getChildren().remove(card);
    }
}
