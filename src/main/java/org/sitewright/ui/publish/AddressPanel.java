package org.sitewright.ui.publish;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetSettings;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Subscription;
import org.sitewright.ui.publish.TargetsViewModel.Test;

/// What is really known of the chosen target: where it is, where visitors find it, whether it answered.
final class AddressPanel {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final PublishViewModel model;
    private final Controls controls;
    private final ZoneId zone;
    private final VBox rows = new VBox();
    private final VBox root;

    AddressPanel(PublishViewModel model, Controls controls, ZoneId zone, Subscription open) {
        this.model = model;
        this.controls = controls;
        this.zone = zone;
        Button test = controls.button("Test", "plug", "flat", "small");
        test.setId("test-target");
        Controls.name(test, "Test the connection to the target", "");
        test.setOnAction(event -> model.targets().test());
        HBox head = Controls.row(8, Controls.label("Address", "group-title"), Controls.spring(), test);
        head.setMinHeight(32);
        root = new VBox(10, head, new VBox(Controls.hairline(), rows));
        Listening.to(model.targets().chosenProperty(), open, this::show);
        Listening.to(model.targets().testProperty(), open, this::show);
        show();
    }

    Node node() {
        return root;
    }

    private void show() {
        Optional<Target> chosen = model.targets().chosen();
        Controls.show(root, chosen.isPresent());
        rows.getChildren().clear();
        chosen.ifPresent(target -> {
            place(target.settings());
            address(target);
            connection(model.targets().testProperty().get());
        });
    }

    private void place(TargetSettings settings) {
        row(
                "muted",
                TargetWords.icon(TargetWords.kind(settings)),
                TargetWords.title(settings),
                TargetWords.where(settings),
                "");
    }

    private void address(Target target) {
        String url = target.settings().publicUrl();
        if (url.isEmpty()) {
            row("muted", "globe", "No public address", "Links to the whole address are left out of the pages", "");
        } else {
            String security = url.startsWith("https:") ? "HTTPS" : "not encrypted";
            row(
                    "muted",
                    "globe",
                    "Public address",
                    url.replaceFirst("^https?://", "").replaceFirst("/$", ""),
                    security);
        }
    }

    private void connection(Test test) {
        switch (test) {
            case Test.None none -> row("muted", "plug", "Connection", "Not tested since you came here", "");
            case Test.Running running -> row("muted", "plug", "Connection", "Testing: list, write, read, delete", "…");
            case Test.Works works ->
                row(
                        "success-text",
                        "plug",
                        "Connection",
                        works.warnings().isEmpty()
                                ? "List, write, read and delete work"
                                : String.join(" ", works.warnings()),
                        "Tested " + time(works.at()));
            case Test.Fails fails ->
                row(
                        "danger-text",
                        "plug",
                        fails.trouble().happened(),
                        fails.trouble().remedy() + " (" + fails.trouble().code() + ")",
                        "Tested " + time(fails.at()));
        }
    }

    private void row(String tone, String icon, String title, String words, String state) {
        Label name = Controls.label(title, "medium");
        name.setWrapText(true);
        Label detail = Controls.label(words, "meta");
        detail.setWrapText(true);
        detail.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        VBox text = new VBox(1, name, detail);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label mark = Controls.label("");
        mark.setGraphic(controls.icons().of(icon));
        mark.getStyleClass().add(tone);
        Label right = Controls.label(state, "meta");
        right.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        HBox row = Controls.row(12, mark, text, right);
        row.getStyleClass().add("publish-fact");
        rows.getChildren().add(row);
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }
}
