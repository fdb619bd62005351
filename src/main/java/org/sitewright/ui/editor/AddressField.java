package org.sitewright.ui.editor;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.sitewright.ui.control.Controls;

/// The address of the open page. What is wrong with it is said while it is typed; the page moves when it is done, so
/// that no address on the way there is kept.
final class AddressField {
    private final PageSettingsViewModel model;
    private final TextField input = new TextField();
    private final Label says = Controls.label("", "meta");
    private final VBox root;

    AddressField(PageSettingsViewModel model) {
        this.model = model;
        input.setId("page-address");
        says.setId("page-address-says");
        says.setWrapText(true);
        root = Controls.field("Address", input);
        root.getChildren().add(says);
        input.textProperty().addListener((property, before, after) -> check());
        input.setOnAction(event -> commit());
        input.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                commit();
            }
        });
        input.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                input.setText(model.page().slug());
                event.consume();
            }
        });
    }

    VBox root() {
        return root;
    }

    void show() {
        if (!input.isFocused() && !input.getText().equals(model.page().slug())) {
            input.setText(model.page().slug());
        }
        check();
    }

    private void commit() {
        if (model.wrongAddress(input.getText()).isEmpty() && model.readdress(input.getText())) {
            check();
        } else if (!input.isFocused()) {
            // Whoever leaves a wrong address sees the one that holds.
            input.setText(model.page().slug());
        }
    }

    private void check() {
        Optional<String> wrong = model.wrongAddress(input.getText());
        boolean moved = !input.getText().strip().equals(model.page().slug());
        input.getStyleClass().remove("invalid");
        says.getStyleClass().removeAll("field-error", "meta");
        says.getStyleClass().add(wrong.isPresent() ? "field-error" : "meta");
        if (wrong.isPresent()) {
            input.getStyleClass().add("invalid");
        }
        says.setText(wrong.orElseGet(() -> moved ? "Free. Enter moves the page there." : model.served()));
    }
}
