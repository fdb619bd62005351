package org.sitewright.backup;

import java.util.List;
import org.sitewright.journal.JournalPosition;
import org.sitewright.journal.JournalRecord;

/// The open store as backups read it. Safe from any thread; nobody who edits waits for it longer than a moment.
public interface LiveStore {
    /// The newest change.
    JournalPosition position();

    /// The change after which this store's journal begins.
    JournalPosition origin();

    /// Hands over every row as it was at one moment.
    ///
    /// @return that moment
    JournalPosition export(RowSink sink);

    /// The records after a sequence, oldest first.
    ///
    /// @param most bytes of payload that are enough
    List<JournalRecord> records(long after, long most);

    /// The version of the tables, as `005`.
    String schema();
}
