package org.sitewright.ui.forms;

import java.util.List;
import org.sitewright.edit.FormChecks;
import org.sitewright.site.FormField;

/// How each type of field is called and drawn, and what a new one begins with.
final class FieldKinds {
    private FieldKinds() {}

    static String words(FormField.Type type) {
        return switch (type) {
            case TEXT -> "Text";
            case EMAIL -> "E-mail";
            case PHONE -> "Phone";
            case TEXTAREA -> "Long text";
            case NUMBER -> "Number";
            case DATE -> "Date";
            case URL -> "Web address";
            case SELECT -> "Choice from a list";
            case RADIO -> "One of several";
            case CHECKBOXES -> "Any of several";
            case CONSENT -> "Consent";
            case HIDDEN -> "Hidden value";
        };
    }

    static String icon(FormField.Type type) {
        return switch (type) {
            case TEXT -> "text-cursor-input";
            case EMAIL -> "mail";
            case PHONE -> "phone";
            case TEXTAREA -> "text-align-start";
            case NUMBER -> "hash";
            case DATE -> "calendar";
            case URL -> "link";
            case SELECT -> "chevrons-up-down";
            case RADIO -> "circle-dot";
            case CHECKBOXES -> "list-checks";
            case CONSENT -> "square-check";
            case HIDDEN -> "eye-off";
        };
    }

    static FormField fresh(String id, FormField.Type type) {
        String label =
                switch (type) {
                    case TEXT -> "Your answer";
                    case EMAIL -> "E-mail";
                    case PHONE -> "Phone";
                    case TEXTAREA -> "Message";
                    case NUMBER -> "How many";
                    case DATE -> "Day";
                    case URL -> "Website";
                    case SELECT, RADIO -> "Which one";
                    case CHECKBOXES -> "Which ones";
                    case CONSENT -> "I agree that my details are kept to answer me.";
                    case HIDDEN -> "Source";
                };
        String name =
                switch (type) {
                    case CONSENT -> "consent";
                    case HIDDEN -> "source";
                    case TEXT, EMAIL, PHONE, TEXTAREA, NUMBER, DATE, URL, SELECT, RADIO, CHECKBOXES -> label;
                };
        List<String> options = FormChecks.choices(type) ? List.of("First", "Second") : List.of();
        return new FormField(id, name, label, type, type == FormField.Type.CONSENT, "", "", options, "");
    }

    /// Whether visitors put something into a box that can show a hint before they do.
    static boolean hasPlaceholder(FormField.Type type) {
        return switch (type) {
            case TEXT, EMAIL, PHONE, TEXTAREA, NUMBER, URL, SELECT -> true;
            case DATE, RADIO, CHECKBOXES, CONSENT, HIDDEN -> false;
        };
    }
}
