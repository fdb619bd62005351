package org.sitewright.ui.forms;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.edit.FormChecks;
import org.sitewright.site.Form;
import org.sitewright.site.FormId;
import org.sitewright.ui.control.Controls;

/// One form being built.
final class FormBuilder {
    private final FormsViewModel model;
    private final Controls controls;
    private final FormPreview preview;
    private final Runnable refresh;
    private final Label title = Controls.label("", "group-title");
    private final Button put;
    private final Label cannot = Controls.label("", "meta");
    private final Tooltip why = new Tooltip();
    private final HBox unheard;
    private FieldRows rows;
    private CheckedText name;
    private CheckedText submit;
    private CheckedText thanks;
    private CheckedText email;
    private CheckedText webhook;

    /// @param refresh shows what the model has open
    FormBuilder(FormsViewModel model, Controls controls, FormPreview preview, Runnable refresh) {
        this.model = model;
        this.controls = controls;
        this.preview = preview;
        this.refresh = refresh;
        put = controls.button("Put it on this page", "file-plus", "accent");
        put.setId("put-form");
        put.setMaxWidth(Double.MAX_VALUE);
        put.setOnAction(event -> model.open().ifPresent(model::putOnPage));
        Label warning = Controls.label(
                "Nobody receives what visitors send. Give an e-mail address or a webhook below; until then the"
                        + " published site leaves the form out.");
        warning.setWrapText(true);
        unheard = Controls.row(10, controls.icons().of("triangle-alert"), warning);
        unheard.setId("form-unheard");
        unheard.getStyleClass().addAll("message", "warning");
        rows = new FieldRows(model, controls);
        name = new CheckedText("form-name", "Name", 1, model::rename);
        submit = submit();
        thanks = thanks();
        email = email();
        webhook = webhook();
    }

    /// Everything new, for another form.
    Parent build() {
        rows = new FieldRows(model, controls);
        name = new CheckedText("form-name", "Name", 1, model::rename);
        submit = submit();
        thanks = thanks();
        email = email();
        webhook = webhook();
        VBox body = new VBox(
                16,
                name.node(),
                new VBox(4, wrapped(), cannot),
                unheard,
                rows.root(),
                Controls.hairline(),
                group("Button and thanks", submit.node(), thanks.node()),
                Controls.hairline(),
                group("Where it goes", email.node(), webhook.node()),
                Controls.hairline(),
                preview.root());
        body.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("panel-scroll");
        BorderPane whole = new BorderPane(scroll);
        whole.setTop(head());
        return whole;
    }

    void show(Form form) {
        title.setText(form.name());
        name.show(form.name());
        submit.show(form.submit());
        thanks.show(form.thanks());
        email.show(form.notificationEmail());
        webhook.show(form.webhookUrl());
        Controls.show(unheard, !FormChecks.isReceived(form));
        Optional<String> reason = model.cannotPut(form);
        put.setDisable(reason.isPresent());
        put.setText(
                reason.isPresent()
                        ? "Put it on this page"
                        : "Put it on “" + model.page().name() + "”");
        cannot.setText(reason.orElse(""));
        why.setText(reason.orElse("Shows the form at the end of the page, or after the chosen section"));
        Controls.show(cannot, reason.isPresent());
        rows.show(form);
        preview.show(form);
    }

    private HBox head() {
        Button back = controls.iconButton("All forms", "chevron-left", "");
        back.setId("all-forms");
        back.setOnAction(event -> {
            model.close();
            refresh.run();
        });
        Button copy = controls.iconButton("Duplicate form", "copy", "");
        copy.setOnAction(event -> onOpen(model::duplicate));
        Button delete = controls.iconButton("Delete form", "trash-2", "");
        delete.setId("delete-form");
        delete.setOnAction(event -> onOpen(model::delete));
        HBox head = Controls.row(4, back, title, Controls.spring(), copy, delete);
        head.getStyleClass().addAll("panel-head", "back-head");
        return head;
    }

    private void onOpen(java.util.function.Consumer<FormId> action) {
        model.open().map(Form::id).ifPresent(action);
        refresh.run();
    }

    /// A button that is switched off shows no tooltip; what is around it does.
    private Node wrapped() {
        StackPane around = new StackPane(put);
        Tooltip.install(around, why);
        return around;
    }

    private CheckedText submit() {
        return new CheckedText("form-submit", "On the button", 1, text -> {
            model.open().ifPresent(form -> model.words(text, form.thanks()));
            return Optional.empty();
        });
    }

    private CheckedText thanks() {
        return new CheckedText("form-thanks", "Thanks after sending", 2, text -> {
            model.open().ifPresent(form -> model.words(form.submit(), text));
            return Optional.empty();
        });
    }

    private CheckedText email() {
        return new CheckedText("form-email", "Tell this e-mail address", 1, model::email).prompt("name@example.com");
    }

    private CheckedText webhook() {
        return new CheckedText("form-webhook", "Post to this webhook", 1, model::webhook)
                .prompt("https://example.com/hook");
    }

    private static VBox group(String label, Node... nodes) {
        VBox group = new VBox(10, Controls.label(label, "group-label"));
        group.getChildren().addAll(nodes);
        return group;
    }
}
