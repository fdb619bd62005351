package org.sitewright.backup;

/// One thing that is wrong at a place.
///
/// @param name the object's
/// @param kind what is wrong with it
/// @param words the same for a person
public record Damage(String name, Kind kind, String words) {
    /// What can be wrong with an object.
    public enum Kind {
        MISSING,
        LENGTH,
        CONTENT
    }
}
