package org.sitewright.backup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.SiteId;
import org.sitewright.site.UserId;

/// One backup that was tried.
///
/// @param site null when it is of everything
/// @param url where it is, without credentials
/// @param size in bytes, of all that it needs there
/// @param automated whether the schedule made it
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
        @Nullable Instant expiresAt,
        Details details) {
    /// How it ended.
    public enum Status {
        COMPLETED,
        FAILED
    }

    /// What is known of it beside.
    ///
    /// @param sent bytes that were sent for it
    /// @param sequence the newest change in it
    /// @param by who asked for it; null when the schedule did
    /// @param provenAt when everything was brought back from it and found equal; null when that was not done
    /// @param note why it failed, or what could not be kept, in words; else empty
    public record Details(
            long sent,
            long sequence,
            @Nullable UserId by,
            @Nullable Instant provenAt,
            String note) {
        public static final Details NONE = new Details(0, 0, null, null, "");
    }

    /// With nothing known beside.
    public Backup(
            UUID id,
            @Nullable SiteId site,
            String name,
            String url,
            long size,
            Status status,
            boolean automated,
            Instant createdAt,
            @Nullable Instant expiresAt) {
        this(id, site, name, url, size, status, automated, createdAt, expiresAt, Details.NONE);
    }

    Backup proven(Instant at) {
        return new Backup(
                id,
                site,
                name,
                url,
                size,
                status,
                automated,
                createdAt,
                expiresAt,
                new Details(details.sent(), details.sequence(), details.by(), at, details.note()));
    }
}
