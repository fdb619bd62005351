package org.sitewright.forms;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.PageId;
import org.sitewright.site.SiteId;

/// A form of a site.
///
/// @param page where it was made; null when on none in particular
/// @param notificationEmail who is told of a submission; empty for nobody
/// @param webhookUrl what is called for a submission; empty for nothing
/// @param submissions how many came in
public record Form(
        FormId id,
        SiteId site,
        @Nullable PageId page,
        String name,
        List<FormField> fields,
        String notificationEmail,
        String webhookUrl,
        long submissions,
        Instant createdAt,
        Instant updatedAt) {
    public Form {
        fields = List.copyOf(fields);
    }
}
