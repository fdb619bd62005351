package org.sitewright.site;

import java.util.List;

/// One field of a form.
///
/// @param id unique within its form, and kept when the field moves
/// @param name what its value is called in a submission
/// @param label what visitors read
/// @param help a sentence under the label, or empty
/// @param options what visitors choose from; empty for types without choices
/// @param value what a hidden field sends; empty for the others
public record FormField(
        String id,
        String name,
        String label,
        Type type,
        boolean required,
        String placeholder,
        String help,
        List<String> options,
        String value) {
    public FormField {
        options = List.copyOf(options);
    }

    public FormField(String id, String name, String label, Type type, boolean required, String placeholder) {
        this(id, name, label, type, required, placeholder, "", List.of(), "");
    }

    /// What visitors may put in.
    public enum Type {
        TEXT,
        EMAIL,
        PHONE,
        TEXTAREA,
        NUMBER,
        DATE,
        URL,
        SELECT,
        RADIO,
        CHECKBOXES,
        CONSENT,
        HIDDEN
    }
}
