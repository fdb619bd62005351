package org.sitewright.forms;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.sitewright.site.FormId;
import org.sitewright.site.SiteId;

/// What a visitor sent through a form.
///
/// @param data the values by the names of their fields, in the order of the form
/// @param ipAddress where it came from; empty when that is not known or not kept
public record Submission(
        UUID id,
        FormId form,
        SiteId site,
        Map<String, String> data,
        String ipAddress,
        String userAgent,
        Instant createdAt) {
    public Submission {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
