package org.sitewright.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which records of the audit log are wanted. An empty text stands for all.
///
/// @param person the account that did it, a UUID
/// @param site a UUID
/// @param action in one word or two, as `site.save`, or the beginning of some, as `site.`
/// @param resourceType as `site`
/// @param words that the label has, in any case
/// @param from the first moment, or null
/// @param until the first moment that is too late, or null
public record AuditQuery(
        String person,
        String site,
        String action,
        String resourceType,
        String words,
        @Nullable Instant from,
        @Nullable Instant until) {
    public static final AuditQuery ALL = new AuditQuery("", "", "", "", "", null, null);

    public AuditQuery withPerson(String changed) {
        return new AuditQuery(changed, site, action, resourceType, words, from, until);
    }

    public AuditQuery withSite(String changed) {
        return new AuditQuery(person, changed, action, resourceType, words, from, until);
    }

    public AuditQuery withAction(String changed) {
        return new AuditQuery(person, site, changed, resourceType, words, from, until);
    }

    public AuditQuery withResourceType(String changed) {
        return new AuditQuery(person, site, action, changed, words, from, until);
    }

    public AuditQuery withWords(String changed) {
        return new AuditQuery(person, site, action, resourceType, changed, from, until);
    }

    public AuditQuery withTime(@Nullable Instant changedFrom, @Nullable Instant changedUntil) {
        return new AuditQuery(person, site, action, resourceType, words, changedFrom, changedUntil);
    }
}
