package org.sitewright.ui.activity;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sitewright.ui.activity.ActivityViewModel.Chain;
import org.sitewright.ui.control.Controls;

/// Says whether the record is whole: every change is sealed with the hash of the one before.
final class ChainBand {
    private static final int MOST_PLACES = 6;

    private final ActivityViewModel model;
    private final Controls controls;
    private final HBox root = Controls.row(10);
    private final Button check;

    ChainBand(ActivityViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        check = controls.button("Check now", "refresh-cw", "small");
        check.setId("check-chain");
        check.setMinWidth(Button.USE_PREF_SIZE);
        Controls.name(check, "Walk the chain of hashes through every change", "");
        check.setOnAction(event -> model.check());
        root.getStyleClass().add("chain-band");
        root.setId("chain");
        model.chainProperty().addListener((property, before, after) -> show());
        show();
    }

    Node node() {
        return root;
    }

    private void show() {
        root.getStyleClass().removeAll("whole", "broken");
        check.setDisable(false);
        switch (model.chainProperty().get()) {
            case Chain.Checking checking -> {
                check.setDisable(true);
                say("loader", "Checking that no record was altered…", "");
            }
            case Chain.Whole whole -> {
                root.getStyleClass().add("whole");
                String at = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH)
                        .format(whole.at().atZone(model.ports().zone()));
                say(
                        "shield-check",
                        String.format(Locale.ENGLISH, "All %,d records are whole", whole.changes()),
                        "Each is sealed with the hash of the one before. Checked at " + at + ".");
            }
            case Chain.Broken broken -> {
                root.getStyleClass().add("broken");
                say("triangle-alert", "The record was damaged or altered", places(broken.places()));
            }
            case Chain.Unknown unknown -> {
                root.getStyleClass().add("broken");
                say("triangle-alert", "The record could not be checked", unknown.why());
            }
        }
    }

    private static String places(List<String> places) {
        List<String> shown = places.subList(0, Math.min(MOST_PLACES, places.size()));
        String more = places.size() > MOST_PLACES ? "; and " + (places.size() - MOST_PLACES) + " more" : "";
        return String.join("; ", shown) + more + ". A backup has these changes as they were written.";
    }

    private void say(String icon, String title, String detail) {
        Label words = Controls.label(title, "medium");
        words.setId("chain-words");
        VBox text = new VBox(2, words);
        if (!detail.isEmpty()) {
            Label more = Controls.label(detail, "meta");
            more.setId("chain-detail");
            more.setWrapText(true);
            text.getChildren().add(more);
        }
        HBox.setHgrow(text, javafx.scene.layout.Priority.ALWAYS);
        root.getChildren().setAll(controls.icons().of(icon, 18), text, check);
    }
}
