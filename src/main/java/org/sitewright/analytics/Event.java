package org.sitewright.analytics;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.PageId;
import org.sitewright.site.SiteId;

/// Something that a visitor did.
///
/// @param type as `pageview`, `click` or `form_submit`
/// @param visitor a name that says nothing about the person, or an account's id; empty when not known
/// @param country two letters of ISO 3166, or empty
/// @param sessionSeconds how long the visit lasted so far
public record Event(
        UUID id,
        SiteId site,
        @Nullable PageId page,
        String type,
        String visitor,
        String ipAddress,
        String userAgent,
        String country,
        String city,
        Device device,
        String browser,
        Instant at,
        long sessionSeconds) {
    /// What the visitor holds in the hand or sits at.
    public enum Device {
        MOBILE,
        TABLET,
        DESKTOP
    }
}
