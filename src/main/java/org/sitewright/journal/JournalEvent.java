package org.sitewright.journal;

import java.time.Instant;

/// One record of the journal.
public sealed interface JournalEvent {
    /// From 1, without gaps.
    long sequence();

    record Changed(long sequence, JournalEntry entry) implements JournalEvent {}

    /// Takes back an earlier record whose change could not be completed.
    record Aborted(long sequence, long of, Instant at) implements JournalEvent {}
}
