package org.sitewright.preview;

import java.util.Optional;

/// A built site that the program's own web views are shown, file by file. Asked on the threads of the server.
@FunctionalInterface
public interface ServedFiles {
    /// @param path relative to the site, as `prices/index.html`
    Optional<File> file(String path);

    /// A file of it.
    ///
    /// @param type its media type
    @SuppressWarnings("ArrayRecordComponent") // sent on, never compared
    record File(String type, byte[] content) {}
}
