package org.sitewright.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import org.sitewright.journal.Journal;
import org.sitewright.journal.JournalEvent;
import org.sitewright.journal.RowChange;

/// Lets the tables catch up with the journal.
final class Replay {
    private static final int COMMIT_EVERY = 500;

    private final Database database;
    private final List<String> notes;
    private long done;

    /// @param notes where a change is told that cannot be written back
    Replay(Database database, List<String> notes) {
        this.database = database;
        this.notes = notes;
    }

    /// @return how many changes were written
    long after(Journal journal, long applied) throws SQLException {
        if (journal.lastSequence() == applied) {
            return 0;
        }
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            RowImages images = new RowImages(connection);
            journal.replay(applied, event -> apply(connection, images, event));
            mark(connection, journal.lastSequence());
            connection.commit();
        }
        return done;
    }

    private void apply(Connection connection, RowImages images, JournalEvent.Changed event) {
        try {
            Savepoint before = connection.setSavepoint();
            try {
                for (RowChange row : event.entry().rows()) {
                    images.apply(row);
                }
            } catch (SQLException fault) {
                connection.rollback(before);
                notes.add("Change " + event.sequence() + " (" + event.entry().label() + ") could not be restored: "
                        + fault.getMessage());
            }
            done++;
            if (done % COMMIT_EVERY == 0) {
                mark(connection, event.sequence());
                connection.commit();
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static void mark(Connection connection, long sequence) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update store_state set last_applied_seq = ? where id = 1")) {
            statement.setLong(1, sequence);
            statement.executeUpdate();
        }
    }
}
