package org.sitewright.journal;

import java.util.List;

/// Reads what was done, newest first. It is written by the unit of work that makes a change, never by hand.
public interface AuditLog {
    /// @param before only records older than this sequence; `Long.MAX_VALUE` for the newest
    List<AuditRecord> latest(long before, int count);

    /// The same for one site, a UUID as text.
    List<AuditRecord> ofSite(String site, long before, int count);

    /// The same for what a query wants.
    List<AuditRecord> find(AuditQuery query, long before, int count);

    /// Every action that there is a record of, in order of the alphabet.
    List<String> actions();
}
