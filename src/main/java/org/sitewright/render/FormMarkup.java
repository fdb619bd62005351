package org.sitewright.render;

import java.util.Locale;
import java.util.Optional;
import org.sitewright.site.Form;
import org.sitewright.site.FormField;
import org.sitewright.text.Html;

/// Writes a form that works without a script: each control has its label, groups are field sets, help is tied to its
/// control. It is posted to the form's webhook or, where it has none, opens a message to its e-mail address.
final class FormMarkup {
    private final Form form;
    private final boolean canvas;
    private final String prefix;
    private final StringBuilder out = new StringBuilder(2_048);

    private FormMarkup(Form form, boolean canvas) {
        this.form = form;
        this.canvas = canvas;
        this.prefix = "f" + form.id().toString().substring(0, 8) + "-";
    }

    /// @return nothing in a build when nobody would receive what is sent
    static String of(Form form, boolean canvas) {
        Optional<String> action = action(form);
        return action.isEmpty() && !canvas ? "" : new FormMarkup(form, canvas).whole(action.orElse("#"));
    }

    private static Optional<String> action(Form form) {
        String webhook = form.webhookUrl().strip();
        if (webhook.toLowerCase(Locale.ROOT).matches("https?://[^/\\s].*")) {
            return Optional.of(Links.url(webhook));
        }
        return form.notificationEmail().isBlank()
                ? Optional.empty()
                : Optional.of("mailto:" + form.notificationEmail().strip());
    }

    private String whole(String action) {
        out.append("<form class=\"form\" method=\"post\"");
        attribute("action", action);
        if (action.startsWith("mailto:")) {
            out.append(" enctype=\"text/plain\"");
        }
        if (canvas) {
            attribute("data-sw-form", form.id().toString());
        }
        out.append(">\n");
        form.fields().forEach(this::field);
        out.append("<div class=\"form__end\"><button class=\"btn\" type=\"submit\">")
                .append(Html.escape(form.submit().isBlank() ? "Send" : form.submit()))
                .append("</button></div>\n</form>");
        return out.toString();
    }

    private void field(FormField field) {
        switch (field.type()) {
            case TEXT -> input(field, "text", autocomplete(field));
            case EMAIL -> input(field, "email", "email");
            case PHONE -> input(field, "tel", "tel");
            case NUMBER -> input(field, "number", "");
            case DATE -> input(field, "date", "");
            case URL -> input(field, "url", "url");
            case TEXTAREA -> textarea(field);
            case SELECT -> select(field);
            case RADIO -> choices(field, "radio");
            case CHECKBOXES -> choices(field, "checkbox");
            case CONSENT -> consent(field);
            case HIDDEN -> {
                out.append("<input type=\"hidden\"");
                attribute("name", field.name());
                attribute("value", field.value());
                out.append(">\n");
            }
        }
    }

    private static String autocomplete(FormField field) {
        return field.name().equals("name") ? "name" : "";
    }

    private void input(FormField field, String type, String autocomplete) {
        open("div", "field", field);
        label(field);
        help(field);
        out.append("<input");
        attribute("type", type);
        control(field);
        if (!autocomplete.isEmpty()) {
            attribute("autocomplete", autocomplete);
        }
        placeholder(field);
        out.append("></div>\n");
    }

    private void textarea(FormField field) {
        open("div", "field field--wide", field);
        label(field);
        help(field);
        out.append("<textarea rows=\"5\"");
        control(field);
        placeholder(field);
        out.append("></textarea></div>\n");
    }

    private void select(FormField field) {
        open("div", "field", field);
        label(field);
        help(field);
        out.append("<select");
        control(field);
        out.append("><option value=\"\">")
                .append(Html.escape(field.placeholder().isBlank() ? "–" : field.placeholder()))
                .append("</option>");
        for (String option : field.options()) {
            out.append("<option>").append(Html.escape(option)).append("</option>");
        }
        out.append("</select></div>\n");
    }

    private void choices(FormField field, String type) {
        open("fieldset", "field field--wide choices", field);
        out.append("<legend>").append(Html.escape(field.label()));
        optional(field);
        out.append("</legend>");
        help(field);
        for (String option : field.options()) {
            out.append("<label class=\"choice\"><input");
            attribute("type", type);
            attribute("name", field.name());
            attribute("value", option);
            // Of check boxes, HTML cannot ask for at least one.
            out.append(field.required() && type.equals("radio") ? " required>" : ">");
            out.append("<span>").append(Html.escape(option)).append("</span></label>");
        }
        out.append("</fieldset>\n");
    }

    private void consent(FormField field) {
        open("div", "field field--wide consent", field);
        out.append("<label class=\"choice\"><input type=\"checkbox\" value=\"yes\"");
        control(field);
        out.append("><span>").append(Html.escape(field.label())).append("</span></label>");
        help(field);
        out.append("</div>\n");
    }

    private void open(String element, String classes, FormField field) {
        out.append('<').append(element);
        attribute("class", classes);
        if (canvas) {
            attribute("data-sw-form-field", field.id());
        }
        out.append('>');
    }

    private void label(FormField field) {
        out.append("<label");
        attribute("for", prefix + field.id());
        out.append('>').append(Html.escape(field.label()));
        optional(field);
        out.append("</label>");
    }

    private void optional(FormField field) {
        if (field.required()) {
            out.append(" <span class=\"req\" aria-hidden=\"true\">*</span>");
        }
    }

    private void help(FormField field) {
        if (!field.help().isBlank()) {
            out.append("<p class=\"field__help\"");
            attribute("id", prefix + field.id() + "-help");
            out.append('>').append(Html.escape(field.help())).append("</p>");
        }
    }

    private void control(FormField field) {
        attribute("id", prefix + field.id());
        attribute("name", field.name());
        if (field.required()) {
            out.append(" required");
        }
        if (!field.help().isBlank()) {
            attribute("aria-describedby", prefix + field.id() + "-help");
        }
    }

    private void placeholder(FormField field) {
        if (!field.placeholder().isBlank()) {
            attribute("placeholder", field.placeholder());
        }
    }

    private void attribute(String name, String value) {
        out.append(TemplateFunctions.attribute(name, value));
    }
}
