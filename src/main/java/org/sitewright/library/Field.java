package org.sitewright.library;

/// One field in the schema of a section kind.
///
/// @param max the most characters or entries; 0 for no limit
/// @param initial what it holds when it was never set, as text; empty for nothing
public record Field(
        String name,
        String label,
        String help,
        Group group,
        boolean required,
        int max,
        String initial,
        FieldType type) {
    /// The panel that shows a field.
    public enum Group {
        CONTENT,
        STYLE,
        SEO
    }
}
