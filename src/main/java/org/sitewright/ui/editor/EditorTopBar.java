package org.sitewright.ui.editor;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.sitewright.edit.Editor;
import org.sitewright.site.Page;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Subscription;

/// The bar over the editor: way back, undo and redo, the saved state, device widths, preview and publish.
final class EditorTopBar {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);

    private final EditorViewModel model;
    private final CanvasView canvas;
    private final Controls controls;
    private final Label crumb = Controls.label("", "crumb");
    private final Button undo;
    private final Button redo;
    private final Label saved = Controls.label("", "meta");
    private final Button retry;
    private final StackPane root;
    private final Subscription open = new Subscription();

    EditorTopBar(
            EditorViewModel model, CanvasView canvas, Controls controls, Navigator navigator, Runnable showPreview) {
        this.model = model;
        this.canvas = canvas;
        this.controls = controls;
        Button back = controls.iconButton("All sites", "chevron-left", "");
        back.setId("back");
        back.setOnAction(event -> navigator.open(new Destination.Sites()));
        undo = controls.iconButton("Undo", "undo-2", "Ctrl+Z");
        undo.setId("undo");
        undo.setOnAction(event -> model.undo());
        redo = controls.iconButton("Redo", "redo-2", "Ctrl+Shift+Z");
        redo.setId("redo");
        redo.setOnAction(event -> model.redo());
        retry = controls.button("Try again", "", "link");
        retry.setOnAction(event -> model.saveNow());
        saved.setId("saved");
        Region rule = new Region();
        rule.getStyleClass().add("vertical-hairline");
        rule.setMaxHeight(20);
        HBox left = Controls.row(8, back, crumb, rule, undo, redo, saved, retry);
        Button publish = controls.primary("Publish", "cloud-upload");
        publish.setId("publish");
        Controls.name(publish, "Publish", "Ctrl+Shift+P");
        publish.setOnAction(
                event -> navigator.open(new Destination.Publish(model.site().id())));
        Button preview = controls.button("Preview", "external-link", "flat");
        preview.setId("preview");
        Controls.name(preview, "Preview in the browser", "Ctrl+P");
        preview.setOnAction(event -> showPreview.run());
        Button media = controls.button("Media", "images", "flat");
        media.setId("media");
        Controls.name(media, "Pictures and files of this site", "");
        media.setOnAction(
                event -> navigator.open(new Destination.Media(model.site().id())));
        HBox bar = Controls.row(8, left, Controls.spring(), media, preview, publish);
        bar.getStyleClass().add("top-bar");
        HBox middle = devices();
        middle.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root = new StackPane(bar, middle);
        root.setMinHeight(48);
        root.setMaxHeight(48);
        Editor.Listener listener = change -> show();
        model.editor().listen(listener);
        open.add(() -> model.editor().unlisten(listener));
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

    private HBox devices() {
        ToggleGroup group = new ToggleGroup();
        HBox segmented = new HBox();
        segmented.getStyleClass().add("segmented");
        for (Device device : Device.values()) {
            ToggleButton button = controls.iconToggle(device.label(), device.icon(), "");
            button.setToggleGroup(group);
            button.setUserData(device);
            button.setSelected(device == Device.DESKTOP);
            segmented.getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((property, before, after) -> {
            if (after == null) {
                group.selectToggle(before);
            } else {
                canvas.deviceProperty().set((Device) after.getUserData());
            }
        });
        Label width = Controls.label("", "muted", "medium");
        Label zoom = Controls.label("", "muted", "medium");
        Runnable show = () -> {
            width.setText(canvas.deviceProperty().get().width() + " px");
            zoom.setText(Math.round(canvas.zoomProperty().get() * 100) + " %");
        };
        canvas.deviceProperty().addListener((property, before, after) -> show.run());
        canvas.zoomProperty().addListener((property, before, after) -> show.run());
        show.run();
        return Controls.row(12, segmented, width, zoom);
    }

    private void show() {
        String page = model.site()
                .page(model.state().selection().page())
                .map(Page::name)
                .orElse("");
        crumb.setText(shortened(model.site().name()) + "  /  " + shortened(page));
        undo.setDisable(model.editor().history().undoLabel().isEmpty());
        redo.setDisable(model.editor().history().redoLabel().isEmpty());
        Controls.name(undo, "Undo " + model.editor().history().undoLabel().orElse(""), "Ctrl+Z");
        Controls.name(redo, "Redo " + model.editor().history().redoLabel().orElse(""), "Ctrl+Shift+Z");
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
