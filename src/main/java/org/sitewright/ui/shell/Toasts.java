package org.sitewright.ui.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.sitewright.ui.control.Controls;
import org.sitewright.work.Problem;

/// Short messages at the foot of the window. They go by themselves; faults stay until they are closed.
final class Toasts {
    private static final Duration STAYS = Duration.seconds(6);
    private static final int MOST = 4;

    private final Controls controls;
    private final VBox stack = new VBox(8);

    Toasts(Controls controls) {
        this.controls = controls;
        stack.setAlignment(Pos.BOTTOM_CENTER);
        stack.setPadding(new Insets(0, 0, 24, 0));
        stack.setPickOnBounds(false);
        stack.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(stack, Pos.BOTTOM_CENTER);
    }

    Node node() {
        return stack;
    }

    void tell(String message) {
        leave(add(Controls.label(message), false));
    }

    void tell(String message, String action, Runnable run) {
        Button button = controls.button(action, "");
        HBox toast = add(Controls.label(message), false);
        button.setOnAction(event -> {
            stack.getChildren().remove(toast);
            run.run();
        });
        toast.getChildren().add(1, button);
        leave(toast);
    }

    void tell(Exception fault) {
        String words = fault instanceof Problem known
                ? known.happened() + " " + known.remedy() + "  (" + known.code() + ")"
                : "Something went wrong: " + fault.getMessage();
        Label label = Controls.label(words);
        label.setWrapText(true);
        label.setMaxWidth(640);
        HBox unused = add(label, true);
    }

    private HBox add(Label message, boolean fault) {
        Button close = controls.iconButton("Close", "x", "");
        close.getStyleClass().add("small");
        HBox toast = Controls.row(12, message, close);
        toast.getStyleClass().add("toast");
        if (fault) {
            toast.getStyleClass().add("fault");
        }
        toast.setMaxWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> stack.getChildren().remove(toast));
        stack.getChildren().add(toast);
        while (stack.getChildren().size() > MOST) {
            stack.getChildren().removeFirst();
        }
        return toast;
    }

    private void leave(HBox toast) {
        PauseTransition wait = new PauseTransition(STAYS);
        wait.setOnFinished(event -> stack.getChildren().remove(toast));
        wait.play();
    }
}
