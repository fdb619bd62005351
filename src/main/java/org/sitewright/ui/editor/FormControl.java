package org.sitewright.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.Field;
import org.sitewright.site.Form;
import org.sitewright.site.FormId;
import org.sitewright.site.Site;
import org.sitewright.site.Value;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.PanelRequest;

/// Chooses which form of the site a section shows; building one is for the panel of forms.
final class FormControl implements FieldControl {
    private static final String NONE = "Choose a form";
    private static final String GONE = "A form that is gone";

    private final Supplier<Site> site;
    private final ComboBox<String> choice = new ComboBox<>();
    private final Button edit;
    private final VBox box;
    private boolean showing;

    FormControl(Field field, Controls kit, Supplier<Site> site, Listener listener) {
        this.site = site;
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setId("choose-form");
        choice.valueProperty().addListener((property, before, after) -> {
            if (!showing) {
                named(after).ifPresent(form -> listener.accept(new Value.FormRef(form.id())));
            }
        });
        edit = kit.button("", "clipboard-list", "link");
        edit.setId("edit-form");
        edit.setOnAction(event -> edit.fireEvent(new PanelRequest("forms")));
        box = Controls.field(field.label(), choice);
        box.getChildren().add(edit);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(@Nullable Value value) {
        List<Form> forms = site.get().parts().forms();
        Optional<FormId> wanted = value instanceof Value.FormRef(FormId form) ? Optional.of(form) : Optional.empty();
        Optional<Form> shown = wanted.flatMap(site.get()::form);
        String words = shown.map(Form::name).orElse(wanted.isPresent() ? GONE : NONE);
        List<String> names = new ArrayList<>();
        forms.forEach(form -> names.add(form.name()));
        if (shown.isEmpty()) {
            names.addFirst(words);
        }
        showing = true;
        if (!names.equals(List.copyOf(choice.getItems()))) {
            choice.getItems().setAll(names);
        }
        choice.setValue(words);
        showing = false;
        choice.setDisable(forms.isEmpty());
        edit.setText(shown.isPresent() ? "Edit its fields" : "New form");
    }

    private Optional<Form> named(@Nullable String name) {
        return site.get().parts().forms().stream()
                .filter(form -> form.name().equals(name))
                .findFirst();
    }
}
