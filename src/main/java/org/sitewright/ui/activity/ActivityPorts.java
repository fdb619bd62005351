package org.sitewright.ui.activity;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;
import org.sitewright.journal.AuditLog;
import org.sitewright.journal.JournalVerdict;

/// What the activity screen works on.
///
/// @param chain walks the chain of hashes; reads the whole journal
/// @param names of people and of sites, by their ids; read the disk
public record ActivityPorts(AuditLog log, Supplier<JournalVerdict> chain, Names names, Clock clock, ZoneId zone) {
    /// What ids stand for.
    public record Names(Supplier<Map<String, String>> people, Supplier<Map<String, String>> sites) {}
}
