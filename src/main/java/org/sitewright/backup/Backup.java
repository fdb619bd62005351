package org.sitewright.backup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.SiteId;

/// One backup that was tried.
///
/// @param site null when it is of everything
/// @param url where it is, without credentials
/// @param size in bytes, as kept there
/// @param expiresAt when it may go; null for never
public record Backup(
        UUID id,
        @Nullable SiteId site,
        String name,
        String url,
        long size,
        Status status,
        boolean automated,
        Instant createdAt,
        @Nullable Instant expiresAt) {
    /// How it ended.
    public enum Status {
        COMPLETED,
        FAILED
    }
}
