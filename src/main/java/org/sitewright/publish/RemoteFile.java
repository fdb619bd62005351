package org.sitewright.publish;

import java.time.Instant;

/// A file as the host lists it.
///
/// @param path below the place published to, with `/`
/// @param size in bytes; [#UNKNOWN] where the host tells only the tag
/// @param tag the host's own mark of the content, which changes when the content does (for S3 the ETag); empty
///     where it lists none, as for what is still arriving there
public record RemoteFile(String path, long size, String tag, Instant modified) {
    public static final long UNKNOWN = -1;

    /// Whether it may have so many bytes.
    boolean mayHave(long bytes) {
        return size == UNKNOWN || size == bytes;
    }
}
