package org.sitewright.journal;

import java.time.Instant;

/// One line of the audit log.
///
/// @param user who did it, a UUID; empty when the program did
/// @param site the site that was changed, a UUID; empty when none was
/// @param previousValue JSON of what differed before; `null` in JSON when there was nothing
/// @param newValue JSON of the same parts afterwards
public record AuditRecord(
        long sequence,
        Instant at,
        String user,
        String site,
        String action,
        String label,
        String resourceType,
        String resourceId,
        String previousValue,
        String newValue) {}
