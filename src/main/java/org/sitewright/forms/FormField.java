package org.sitewright.forms;

/// One field of a form.
///
/// @param name what its value is called in a submission
/// @param label what visitors read
public record FormField(String id, String name, String label, Type type, boolean required, String placeholder) {
    /// What visitors may put in.
    public enum Type {
        TEXT,
        EMAIL,
        PHONE,
        TEXTAREA,
        NUMBER,
        DATE,
        CHOICE,
        CHECKBOX
    }
}
