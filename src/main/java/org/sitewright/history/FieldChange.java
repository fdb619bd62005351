package org.sitewright.history;

import org.sitewright.site.FieldPath;

/// One thing of a section that two moments have differently.
///
/// @param name as "Headline"
/// @param before in words, as it was then; empty for nothing
/// @param after in words, as it is now
public record FieldChange(Target target, String name, String before, String after) {
    /// Which thing.
    public sealed interface Target {
        record Content(FieldPath path) implements Target {}

        record Layout() implements Target {}

        record Anchor() implements Target {}

        record Visibility() implements Target {}

        record Look() implements Target {}
    }
}
