package org.sitewright.ui.publish;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Subscription;

/// Shows what was found out about the host or about two versions.
final class AnswerBox {
    private static final double TALLEST = 150;

    private final ReleaseLook look;
    private final Controls controls;
    private final VBox root = new VBox();

    AnswerBox(ReleaseLook look, Controls controls, Subscription open) {
        this.look = look;
        this.controls = controls;
        root.setId("release-answer");
        Listening.to(look.answerProperty(), open, this::show);
        show();
    }

    Node node() {
        return root;
    }

    private void show() {
        Controls.show(root, !(look.answerProperty().get() instanceof ReleaseLook.Answer.None));
        root.getChildren()
                .setAll(
                        switch (look.answerProperty().get()) {
                            case ReleaseLook.Answer.None none -> List.<Node>of();
                            case ReleaseLook.Answer.Asking asking ->
                                List.of(Controls.row(10, Spinner.of(16), wrapped(asking.words(), "muted")));
                            case ReleaseLook.Answer.Found found -> List.of(found(found));
                            case ReleaseLook.Answer.Failed failed ->
                                List.of(message(
                                        "danger",
                                        "circle-alert",
                                        List.of(
                                                wrapped(failed.trouble().happened(), "strong"),
                                                wrapped(failed.trouble().remedy(), "label"))));
                        });
    }

    private Node found(ReleaseLook.Answer.Found found) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(wrapped(found.title() + ".", "strong"));
        if (!found.lines().isEmpty()) {
            VBox lines = new VBox(4);
            found.lines().forEach(line -> lines.getChildren().add(wrapped(line, "meta")));
            ScrollPane scroll = new ScrollPane(lines);
            scroll.setFitToWidth(true);
            scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            scroll.setMaxHeight(TALLEST);
            scroll.setAccessibleText("What was found");
            nodes.add(scroll);
        }
        return found.good() ? message("success", "circle-check", nodes) : message("warning", "triangle-alert", nodes);
    }

    private Node message(String tone, String icon, List<Node> nodes) {
        VBox text = new VBox(6);
        text.getChildren().setAll(nodes);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button close = controls.iconButton("Close", "x", "");
        close.setOnAction(event -> look.clear());
        HBox box = new HBox(10, controls.icons().of(icon), text, close);
        box.getStyleClass().addAll("message", tone);
        return box;
    }

    private static Label wrapped(String words, String style) {
        Label label = Controls.label(words, style);
        label.setWrapText(true);
        label.setMinWidth(0);
        return label;
    }
}
