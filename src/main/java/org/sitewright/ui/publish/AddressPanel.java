package org.sitewright.ui.publish;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
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
    private final ZoneId zone;
    private final AddressRows rows;
    private final VBox root;

    AddressPanel(PublishViewModel model, Controls controls, ZoneId zone, Subscription open) {
        this.model = model;
        this.zone = zone;
        this.rows = new AddressRows(controls, zone);
        Button test = controls.button("Test", "plug", "flat", "small");
        test.setId("test-target");
        Controls.name(test, "Test the connection to the target, and look at its address", "");
        test.setOnAction(event -> {
            model.targets().test();
            model.address().refresh();
        });
        HBox head = Controls.row(8, Controls.label("Address", "group-title"), Controls.spring(), test);
        head.setMinHeight(32);
        root = new VBox(10, head, new VBox(Controls.hairline(), rows.node()));
        Listening.to(model.targets().chosenProperty(), open, this::show);
        Listening.to(model.targets().testProperty(), open, this::show);
        Listening.to(model.address().lookProperty(), open, this::show);
        show();
    }

    Node node() {
        return root;
    }

    private void show() {
        Optional<Target> chosen = model.targets().chosen();
        Controls.show(root, chosen.isPresent());
        rows.clear();
        chosen.ifPresent(target -> {
            place(target.settings());
            address(target);
            connection(model.targets().testProperty().get());
        });
    }

    private void place(TargetSettings settings) {
        rows.add(
                "muted",
                TargetWords.icon(TargetWords.kind(settings)),
                TargetWords.title(settings),
                TargetWords.where(settings),
                "");
    }

    private void address(Target target) {
        String url = target.settings().publicUrl();
        switch (model.address().lookProperty().get()) {
            case AddressViewModel.Look.Seen seen -> rows.seen(seen.state());
            case AddressViewModel.Look.Running running -> rows.add("muted", "globe", "Domain", bare(url), "Looking…");
            case AddressViewModel.Look.Fails fails ->
                rows.add(
                        "danger-text",
                        "globe",
                        fails.trouble().happened(),
                        fails.trouble().remedy(),
                        "");
            case AddressViewModel.Look.None none -> {
                if (url.isEmpty()) {
                    rows.add(
                            "muted",
                            "globe",
                            "No public address",
                            "Links to the whole address are left out of the pages",
                            "");
                } else {
                    rows.add("muted", "globe", "Public address", bare(url), "");
                }
            }
        }
    }

    private static String bare(String url) {
        return url.replaceFirst("^https?://", "").replaceFirst("/$", "");
    }

    private void connection(Test test) {
        switch (test) {
            case Test.None none -> rows.add("muted", "plug", "Connection", "Not tested since you came here", "");
            case Test.Running running ->
                rows.add("muted", "plug", "Connection", "Testing: list, write, read, delete", "…");
            case Test.Works works -> {
                rows.add(
                        "success-text",
                        "plug",
                        "Connection",
                        works.warnings().isEmpty()
                                ? "List, write, read and delete work"
                                : String.join(" ", works.warnings()),
                        "Tested " + time(works.at()));
                if (!works.abilities().isEmpty()) {
                    rows.abilities(works.abilities());
                }
            }
            case Test.Fails fails ->
                rows.add(
                        "danger-text",
                        "plug",
                        fails.trouble().happened(),
                        fails.trouble().remedy() + " (" + fails.trouble().code() + ")",
                        "Tested " + time(fails.at()));
        }
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }
}
