package org.sitewright.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.sitewright.site.Form;
import org.sitewright.site.FormField;

/// What visitors read of a form.
final class FormTexts {
    private FormTexts() {}

    static String all(Form form) {
        List<String> texts = new ArrayList<>();
        Form same = map(form, text -> {
            texts.add(text);
            return text;
        });
        texts.removeIf(String::isBlank);
        return same.fields().isEmpty() && texts.isEmpty() ? "" : String.join(" · ", texts);
    }

    static Form map(Form form, UnaryOperator<String> change) {
        List<FormField> fields = form.fields().stream()
                .map(field -> new FormField(
                        field.id(),
                        field.name(),
                        change.apply(field.label()),
                        field.type(),
                        field.required(),
                        change.apply(field.placeholder()),
                        change.apply(field.help()),
                        field.options().stream().map(change).toList(),
                        field.value()))
                .toList();
        return form.withFields(fields).withWords(change.apply(form.submit()), change.apply(form.thanks()));
    }
}
