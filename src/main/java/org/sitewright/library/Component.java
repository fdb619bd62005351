package org.sitewright.library;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.UserId;

/// A piece of HTML, CSS and JavaScript that a person made or took from the public ones.
///
/// @param owner null when it is public and belongs to nobody here
/// @param category as `header`, `footer`, `card` or `button`
/// @param preview the name of a picture, or empty
public record Component(
        UUID id,
        @Nullable UserId owner,
        String name,
        String category,
        String html,
        String css,
        String javascript,
        String preview,
        boolean isPublic,
        long downloads,
        Instant createdAt,
        Instant updatedAt) {}
