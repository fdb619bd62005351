package org.sitewright.ui.publish;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

/// A turning arc for what is being done now. It stands still where the system asks for less motion.
final class Spinner {
    private static final Duration TURN = Duration.millis(900);

    private Spinner() {}

    static Node of(double size) {
        double radius = size / 2 - 1.5;
        Arc arc = new Arc(0, 0, radius, radius, 60, 270);
        arc.setType(ArcType.OPEN);
        arc.getStyleClass().add("publish-spinner");
        // An invisible circle keeps the arc turning about its middle.
        Circle ground = new Circle(radius);
        ground.setOpacity(0);
        Group group = new Group(ground, arc);
        StackPane box = new StackPane(group);
        box.setMinSize(size, size);
        box.setMaxSize(size, size);
        box.setMouseTransparent(true);
        if (!Platform.getPreferences().isReducedMotion()) {
            RotateTransition turn = new RotateTransition(TURN, box);
            turn.setByAngle(360);
            turn.setCycleCount(Animation.INDEFINITE);
            turn.setInterpolator(Interpolator.LINEAR);
            box.sceneProperty().addListener((property, before, after) -> {
                if (after == null) {
                    turn.stop();
                } else {
                    turn.play();
                }
            });
        }
        return box;
    }
}
