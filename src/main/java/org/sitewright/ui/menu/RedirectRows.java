package org.sitewright.ui.menu;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sitewright.site.Redirect;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.menu.MenuViewModel.Line;

/// The old addresses of the site and where they lead.
final class RedirectRows {
    private final MenuViewModel model;
    private final Controls controls;
    private final VBox rows = new VBox();
    private final Label none = Controls.label(
            "When a published page gets another address, its old one is kept here and leads to it.", "muted");
    private final Button add;
    private final TextField from = new TextField();
    private final TargetField to = new TargetField("Leads to", true, target -> {});
    private final Label wrong = Controls.label("", "field-error");
    private final VBox form;
    private final VBox root;
    private String instead = "";
    private List<Line> shown = List.of();

    RedirectRows(MenuViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        none.setWrapText(true);
        wrong.setWrapText(true);
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        rows.getStyleClass().add("item-box");
        add = controls.button("Add", "plus", "link");
        add.setId("add-redirect");
        Controls.name(add, "Add redirect", "");
        add.setOnAction(event -> edit(Optional.empty()));
        from.setId("redirect-from");
        from.setPromptText("old-address");
        to.choice().setId("redirect-to");
        Button save = controls.button("Save", "", "accent", "small");
        save.setId("redirect-save");
        save.setOnAction(event -> save());
        from.setOnAction(event -> save());
        Button cancel = controls.button("Cancel", "", "flat", "small");
        cancel.setOnAction(event -> close());
        form = new VBox(
                10,
                Controls.field("Old address", from),
                to.root(),
                wrong,
                Controls.row(8, Controls.spring(), cancel, save));
        form.getStyleClass().addAll("item-box", "item-fields");
        form.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        Controls.show(form, false);
        root = new VBox(
                6,
                Controls.row(8, Controls.label("Redirects", "group-label"), Controls.spring(), add),
                rows,
                none,
                form);
    }

    Node root() {
        return root;
    }

    void show() {
        List<Line> lines = model.redirects();
        Controls.show(rows, !lines.isEmpty());
        Controls.show(none, lines.isEmpty() && !form.isVisible());
        if (!lines.equals(shown)) {
            shown = lines;
            rows.getChildren().clear();
            for (Line line : lines) {
                if (!rows.getChildren().isEmpty()) {
                    rows.getChildren().add(Controls.hairline());
                }
                rows.getChildren().add(row(line));
            }
        }
    }

    private Node row(Line line) {
        Label address = Controls.label("/" + line.redirect().from() + "/", "mono");
        Label leads = Controls.label(line.leads(), line.broken().isEmpty() ? "meta" : "field-error");
        leads.setGraphic(controls.icons().of("corner-up-right", 12));
        Label broken = Controls.label(line.broken(), "field-error");
        broken.setWrapText(true);
        Controls.show(broken, !line.broken().isEmpty());
        VBox words = new VBox(2, address, leads, broken);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button edit = controls.iconButton("Change /" + line.redirect().from() + "/", "pencil", "");
        edit.getStyleClass().add("small");
        edit.setOnAction(event -> edit(Optional.of(line.redirect())));
        Button delete = controls.iconButton("Delete /" + line.redirect().from() + "/", "trash-2", "");
        delete.getStyleClass().add("small");
        delete.setOnAction(event -> model.removeRedirect(line.redirect().from()));
        HBox row = Controls.row(4, words, edit, delete);
        row.getStyleClass().addAll("item-row", "redirect-row");
        return row;
    }

    private void edit(Optional<Redirect> redirect) {
        instead = redirect.map(Redirect::from).orElse("");
        from.setText(instead);
        to.show(model.site(), redirect.map(Redirect::to).orElse(null));
        wrong.setText("");
        Controls.show(form, true);
        show();
        from.requestFocus();
    }

    private void close() {
        Controls.show(form, false);
        show();
        add.requestFocus();
    }

    private void save() {
        Optional<String> problem =
                model.redirect(instead, from.getText(), to.target().orElse(null));
        wrong.setText(problem.orElse(""));
        if (problem.isEmpty()) {
            close();
        }
    }
}
