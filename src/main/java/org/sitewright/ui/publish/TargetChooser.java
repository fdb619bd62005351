package org.sitewright.ui.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.sitewright.publish.Target;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Subscription;

/// Where the site goes: the chosen target, the others, and one more.
final class TargetChooser {
    private final PublishViewModel model;
    private final Controls controls;
    private final Asks asks;
    private final Button chosen = new Button();
    private final HBox root;

    /// Opens the dialog.
    interface Asks {
        void add();

        void change(Target target);
    }

    TargetChooser(PublishViewModel model, Controls controls, Subscription open, Asks asks) {
        this.model = model;
        this.controls = controls;
        this.asks = asks;
        chosen.setId("target");
        chosen.setMnemonicParsing(false);
        chosen.setMaxWidth(420);
        chosen.setOnAction(event -> menu().show(chosen, javafx.geometry.Side.BOTTOM, 0, 4));
        Button add = controls.button("Target", "plus");
        add.setId("add-target");
        Controls.name(add, "Add a target", "");
        add.setOnAction(event -> asks.add());
        root = Controls.row(10, Controls.label("to", "muted"), chosen, add);
        Listening.to(model.targets().chosenProperty(), open, this::show);
        Listening.to(model.targets().list(), open, this::show);
        Listening.to(model.stateProperty(), open, () -> {
            chosen.setDisable(model.isPublishing());
            add.setDisable(model.isPublishing());
        });
        show();
    }

    Node node() {
        return root;
    }

    private void show() {
        Optional<Target> target = model.targets().chosen();
        Controls.show(root, !model.targets().list().isEmpty());
        target.ifPresent(now -> {
            chosen.setGraphic(Controls.row(
                    8,
                    controls.icons().of(TargetWords.icon(TargetWords.kind(now.settings()))),
                    Controls.label(now.name(), "medium"),
                    Controls.label(kindWords(now), "muted"),
                    controls.icons().of("chevron-down", 14)));
            chosen.setAccessibleText("Publish to " + now.name() + ", " + kindWords(now));
        });
    }

    private ContextMenu menu() {
        List<MenuItem> items = new ArrayList<>();
        for (Target target : model.targets().list()) {
            boolean current = model.targets().chosen().filter(target::equals).isPresent();
            MenuItem item = new MenuItem(
                    target.name() + "   " + kindWords(target),
                    controls.icons().of(current ? "check" : TargetWords.icon(TargetWords.kind(target.settings()))));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.targets().choose(target));
            items.add(item);
        }
        model.targets().chosen().ifPresent(target -> {
            items.add(new SeparatorMenuItem());
            items.add(item("Test the connection", "plug", model.targets()::test));
            items.add(item("Change “" + target.name() + "”…", "pencil", () -> asks.change(target)));
            items.add(item("Remove “" + target.name() + "”", "trash-2", model.targets()::remove));
        });
        return new ContextMenu(items.toArray(MenuItem[]::new));
    }

    private static String kindWords(Target target) {
        return TargetWords.kindWords(target.settings()) + (target.isStaging() ? ", staging" : "");
    }

    private MenuItem item(String words, String icon, Runnable action) {
        MenuItem item = new MenuItem(words, controls.icons().of(icon));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
