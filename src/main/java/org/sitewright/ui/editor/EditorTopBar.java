package org.sitewright.ui.editor;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.sitewright.site.Page;
import org.sitewright.ui.control.Actions;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Subscription;

/// The bar over the editor: way back, undo and redo, the saved state, device widths, preview and publish.
final class EditorTopBar {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);

    private final EditorViewModel model;
    private final Controls controls;
    private final Actions actions;
    private final MenuButton crumb = new MenuButton();
    private final Button undo;
    private final Button redo;
    private final Label saved = Controls.label("", "meta");
    private final Button retry;
    private final StackPane root;
    private final Subscription open = new Subscription();

    EditorTopBar(EditorViewModel model, CanvasView canvas, EditorServices services, Actions actions) {
        this.model = model;
        this.controls = services.screen().controls();
        this.actions = actions;
        Navigator navigator = services.screen().navigator();
        Button back = controls.iconButton("All sites", "chevron-left", "");
        back.setId("back");
        back.setOnAction(event -> navigator.open(new Destination.Sites()));
        crumb.getStyleClass().addAll("flat", "crumb");
        crumb.setId("crumb");
        crumb.setAccessibleText("Other sites");
        RecentSites recent = new RecentSites(services, model.site().id(), crumb.getItems());
        crumb.setOnShowing(event -> recent.load());
        undo = controls.iconButton("Undo", "undo-2", actions.keys("edit.undo"));
        undo.setId("undo");
        undo.setOnAction(event -> actions.run("edit.undo"));
        redo = controls.iconButton("Redo", "redo-2", actions.keys("edit.redo"));
        redo.setId("redo");
        redo.setOnAction(event -> actions.run("edit.redo"));
        retry = controls.button("Try again", "", "link");
        retry.setOnAction(event -> model.saveNow());
        saved.setId("saved");
        Region rule = new Region();
        rule.getStyleClass().add("vertical-hairline");
        rule.setMaxHeight(20);
        HBox left = Controls.row(8, back, crumb, rule, undo, redo, saved, retry);
        Button publish = controls.primary("Publish", "cloud-upload");
        publish.setId("publish");
        Controls.name(publish, "Publish", actions.keys("site.publish"));
        publish.setOnAction(event -> actions.run("site.publish"));
        Button preview = controls.button("Preview", "external-link", "flat");
        preview.setId("preview");
        Controls.name(preview, "Preview in the browser", actions.keys("site.preview"));
        preview.setOnAction(event -> actions.run("site.preview"));
        Button keys = controls.iconButton("Keyboard", "keyboard", actions.keys("view.keys"));
        keys.setId("keys");
        keys.setOnAction(event -> actions.run("view.keys"));
        Button search = controls.iconButton("Find anything", "search", actions.keys("view.search"));
        search.setId("search");
        search.setOnAction(event -> actions.run("view.search"));
        Button phone = controls.iconButton("See it on your phone", "qr-code", "");
        phone.setId("phone");
        phone.setOnAction(event -> actions.run("site.phone"));
        HBox bar = Controls.row(4, left, Controls.spring(), search, phone, keys, preview, publish);
        bar.getStyleClass().add("top-bar");
        HBox middle = new CanvasSizeBar(canvas.size(), controls, actions).node();
        middle.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root = new StackPane(bar, middle);
        root.setMinHeight(48);
        root.setMaxHeight(48);
        Following.of(model.editor(), open, this::show);
        model.saveState().addListener((property, before, after) -> showSaved());
        show();
        showSaved();
    }

    Parent root() {
        return root;
    }

    void close() {
        open.close();
    }

    private void show() {
        String page = model.site()
                .page(model.state().selection().page())
                .map(Page::name)
                .orElse("");
        crumb.setText(shortened(model.site().name()) + "  /  " + shortened(page));
        step(undo, "Undo", "edit.undo", model.editor().history().undoLabel());
        step(redo, "Redo", "edit.redo", model.editor().history().redoLabel());
    }

    private void step(Button button, String words, String action, Optional<String> label) {
        button.setDisable(label.isEmpty());
        String name = (words + " " + label.orElse("")).strip();
        if (!name.equals(button.getAccessibleText())) {
            Controls.name(button, name, actions.keys(action));
        }
    }

    private void showSaved() {
        saved.getStyleClass().removeAll("danger-text");
        Controls.show(retry, false);
        switch (model.saveState().get()) {
            case Autosave.State.Saved at -> {
                Node check = controls.icons().of("check", 14);
                saved.setGraphic(check);
                saved.setText("Saved " + TIME.format(at.at().atZone(ZoneId.systemDefault())));
            }
            case Autosave.State.Saving now -> {
                saved.setGraphic(controls.icons().of("loader", 14));
                saved.setText("Saving…");
            }
            case Autosave.State.Failed failed -> {
                saved.setGraphic(controls.icons().of("triangle-alert", 14));
                saved.getStyleClass().add("danger-text");
                saved.setText("Not saved: " + failed.fault().getMessage());
                Controls.show(retry, true);
            }
        }
    }

    private static String shortened(String name) {
        return name.length() > 28 ? name.substring(0, 27) + "…" : name;
    }
}
