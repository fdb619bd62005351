package org.sitewright.ui.backup;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.sitewright.ui.backup.BackupActions.Bucket;
import org.sitewright.ui.backup.BackupActions.Overview;
import org.sitewright.ui.backup.BackupActions.Place;
import org.sitewright.ui.control.Controls;

/// What is shown before there is a place: where backups can go, and the first step to it.
final class FirstStep {
    private final Overview overview;
    private final BackupsViewModel model;
    private final Controls controls;
    private final StackPane over;
    private final Runnable chooseFolder;

    FirstStep(Overview overview, BackupsViewModel model, Controls controls, StackPane over, Runnable chooseFolder) {
        this.overview = overview;
        this.model = model;
        this.controls = controls;
        this.over = over;
        this.chooseFolder = chooseFolder;
    }

    Node node() {
        Label text = Controls.label(
                "Every change goes there encrypted, at most a minute behind, and each week it is proven that all of"
                        + " it comes back. Only your recovery sheet opens it.",
                "lead");
        text.setWrapText(true);
        text.setMaxWidth(480);
        text.setTextAlignment(TextAlignment.CENTER);
        Button bucket = controls.button("An S3 bucket", "cloud-upload", "accent", "large");
        bucket.setId("set-up-bucket");
        bucket.setOnAction(event -> askForBucket());
        Button folder = controls.button("A folder or disk", "hard-drive", "large");
        folder.setId("set-up-folder");
        folder.setOnAction(event -> chooseFolder.run());
        FlowPane ways = new FlowPane(12, 12, bucket, folder);
        ways.setAlignment(Pos.CENTER);
        VBox box = new VBox(
                16,
                controls.icons().of("shield-check", 40),
                Controls.label("Where should backups go?", "empty-title"),
                text,
                ways);
        if (!overview.places().isEmpty()) {
            box.getChildren()
                    .addAll(Controls.label("or one of your targets that no site is published to", "meta"), targets());
        }
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty");
        return box;
    }

    private Node targets() {
        FlowPane pane = new FlowPane(8, 8);
        pane.setAlignment(Pos.CENTER);
        for (Place place : overview.places()) {
            Button button = controls.button(place.name(), "server");
            button.setId("place-" + pane.getChildren().size());
            Controls.name(button, "Back up to " + place.words(), "");
            button.setOnAction(event -> model.setUp(place.target()));
            pane.getChildren().add(button);
        }
        return pane;
    }

    private void askForBucket() {
        TextField endpoint = text("bucket-endpoint", "empty for Amazon, else https://s3.example.org");
        TextField region = text("bucket-region", "as eu-central-1");
        TextField name = text("bucket-name", "");
        TextField folder = text("bucket-folder", "as my-backups");
        TextField key = text("bucket-key", "");
        PasswordField secret = new PasswordField();
        secret.setId("bucket-secret");
        VBox content = new VBox(
                12,
                Controls.field("Endpoint", endpoint),
                Controls.field("Region", region),
                Controls.field("Bucket", name),
                Controls.field("Folder in it", folder),
                Controls.field("Access key id", key),
                Controls.field("Secret access key", secret));
        Button save = controls.primary("Back up there", "check");
        save.setId("bucket-save");
        save.disableProperty()
                .bind(name.textProperty().isEmpty().or(key.textProperty().isEmpty()));
        Popup popup = new Popup(over, "A bucket for backups", content, save, controls);
        save.setOnAction(event -> {
            popup.close();
            model.setUpBucket(
                    new Bucket(endpoint.getText(), region.getText(), name.getText(), folder.getText(), key.getText()),
                    secret.getText());
            secret.clear();
        });
        popup.show(endpoint);
    }

    private static TextField text(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        return field;
    }
}
