package org.sitewright.publish;

/// What publishing will do with one file, and why.
///
/// @param bytes to be sent; the size at the host for a file to be removed; 0 when nothing is sent
/// @param reason for a person to read, as `Menu: page changed`
public record PlannedFile(String path, Change change, long bytes, String reason) {
    /// What happens to a file.
    public enum Change {
        NEW,
        CHANGED,
        UNCHANGED,
        REMOVED
    }
}
