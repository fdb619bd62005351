package org.sitewright.ui.library;

import java.io.File;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.sitewright.library.Component;
import org.sitewright.library.component.ComponentCategories;
import org.sitewright.library.component.ComponentFile;
import org.sitewright.text.Slug;
import org.sitewright.ui.control.Controls;

/// One component: its code on the left, how it looks on the right.
final class ComponentDetail {
    private final CodeViewModel model;
    private final ComponentsViewModel all;
    private final Controls controls;
    private final Leading leading;
    private final ComponentPreview preview;
    private final BorderPane root = new BorderPane();
    private final Button save;

    /// Where this leads.
    interface Leading {
        void back();

        void open(Component component);
    }

    ComponentDetail(
            CodeViewModel model,
            ComponentsViewModel all,
            LibraryServices services,
            ComponentPictures pictures,
            Leading leading) {
        this.model = model;
        this.all = all;
        this.controls = services.window().controls();
        this.leading = leading;
        this.preview = new ComponentPreview(model, services, pictures);
        save = controls.primary("Save", "save");
        Controls.name(save, "Save, and renew it in every site that uses it", "Ctrl+S");
        save.setId("component-save");
        save.setOnAction(event -> model.save());
        model.dirtyProperty().addListener((property, before, after) -> save.setDisable(!after));
        save.setDisable(!model.dirtyProperty().get());
        SplitPane panes = new SplitPane(new CodePane(model, controls).root(), preview.root());
        panes.setDividerPositions(0.48);
        panes.getStyleClass().add("component-panes");
        root.setTop(model.isOwn() ? new VBox(head(), script()) : new VBox(head(), notYours(), script()));
        root.setCenter(panes);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.S) {
                model.save();
                event.consume();
            }
        });
    }

    Parent root() {
        return root;
    }

    /// Keeps what was written.
    ///
    /// @param then called when that has been done
    void close(Runnable then) {
        model.save(then);
        preview.close();
    }

    private Node head() {
        Button back = controls.iconButton("All components", "chevron-left", "");
        back.setId("component-back");
        back.setOnAction(event -> leading.back());
        HBox head = Controls.row(8, back);
        if (model.isOwn()) {
            TextField name = new TextField();
            name.setId("component-name");
            name.setAccessibleText("Name");
            name.setPrefColumnCount(18);
            name.textProperty().bindBidirectional(model.nameProperty());
            head.getChildren().addAll(name, categories());
        } else {
            head.getChildren()
                    .addAll(
                            Controls.label(model.nameProperty().get(), "group-title"),
                            Controls.label(
                                    ComponentCategories.label(
                                            model.categoryProperty().get()),
                                    "meta"));
        }
        long downloads = model.kept().downloads();
        Label taken = Controls.label(
                downloads == 0 ? "" : downloads == 1 ? "Taken once" : "Taken " + downloads + " times", "meta");
        taken.setId("component-downloads");
        Button copy = controls.button("Duplicate", "copy");
        copy.setId("component-duplicate");
        copy.setOnAction(event -> all.duplicate(model.draft(), leading::open));
        Button export = controls.button("Export", "download");
        export.setId("component-export");
        export.setOnAction(event -> export());
        head.getChildren().addAll(Controls.spring(), taken, copy, export);
        if (model.isOwn()) {
            Button delete = controls.iconButton("Delete", "trash-2", "");
            delete.setId("component-delete");
            delete.setOnAction(event -> {
                model.forget();
                all.remove(model.kept());
                leading.back();
            });
            head.getChildren().addAll(delete, save);
        }
        head.setPadding(new Insets(10, 16, 10, 12));
        return head;
    }

    private ChoiceBox<String> categories() {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.getItems().setAll(ComponentCategories.ALL);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String name) {
                return name == null ? "" : ComponentCategories.label(name);
            }

            @Override
            public String fromString(String label) {
                return label;
            }
        });
        box.setAccessibleText("Category");
        box.setId("component-category");
        box.valueProperty().bindBidirectional(model.categoryProperty());
        return box;
    }

    private Node notYours() {
        Label words = Controls.label("This one is public. Duplicate it to change it: the copy is yours.", "meta");
        HBox note = Controls.row(8, controls.icons().of("info"), words);
        note.getStyleClass().add("component-note");
        return note;
    }

    private Node script() {
        Label words = Controls.label(
                "It brings a script. That runs on a published site only where you agree when you put it on a page.",
                "meta");
        HBox note = Controls.row(8, controls.icons().of("triangle-alert"), words);
        note.getStyleClass().addAll("component-note", "warning");
        Controls.show(note, model.codeProperty().get().hasScript());
        model.codeProperty().addListener((property, before, code) -> Controls.show(note, code.hasScript()));
        return note;
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export " + model.kept().name());
        chooser.setInitialFileName(Slug.of(model.kept().name(), "component") + "." + ComponentFile.EXTENSION);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Components", "*." + ComponentFile.EXTENSION));
        File file = chooser.showSaveDialog(root.getScene().getWindow());
        if (file != null) {
            all.export(model.draft(), file.toPath());
        }
    }
}
