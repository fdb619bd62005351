package org.sitewright.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.sitewright.journal.Journal;
import org.sitewright.journal.JournalEvent;
import org.sitewright.journal.RowChange;

/// Lets the tables catch up with the journal, many changes at a time: of a row that several of them write, only the
/// newest image is written. Where that fails, the changes are written one by one.
final class Replay {
    private static final int COMMIT_EVERY = 1_000;

    private final Database database;
    private final List<String> notes;
    private final List<JournalEvent.Changed> batch = new ArrayList<>();
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
        try (Connection connection = database.connection();
                RowImages images = new RowImages(connection)) {
            connection.setAutoCommit(false);
            journal.replayRows(applied, event -> {
                batch.add(event);
                if (batch.size() == COMMIT_EVERY) {
                    write(connection, images, event.sequence());
                }
            });
            write(connection, images, journal.lastSequence());
        }
        return done;
    }

    private void write(Connection connection, RowImages images, long sequence) {
        try {
            if (!together(connection, images)) {
                for (JournalEvent.Changed event : batch) {
                    alone(connection, images, event);
                }
            }
            done += batch.size();
            batch.clear();
            mark(connection, sequence);
            connection.commit();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private boolean together(Connection connection, RowImages images) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            List<RowChange> rows = newest();
            Set<String> there = existing(images, rows);
            for (RowChange row : rows) {
                boolean known = there.contains(name(row));
                if (row instanceof RowChange.Put put) {
                    images.put(put, known);
                    there.add(name(row));
                } else {
                    images.apply(row);
                    there.remove(name(row));
                }
            }
            return true;
        } catch (SQLException fault) {
            connection.rollback(before);
            return false;
        }
    }

    private static Set<String> existing(RowImages images, List<RowChange> rows) throws SQLException {
        Map<String, Set<UUID>> wanted = new TreeMap<>();
        for (RowChange row : rows) {
            wanted.computeIfAbsent(row.table(), table -> new HashSet<>()).add(UUID.fromString(row.key()));
        }
        Set<String> there = new HashSet<>();
        for (Map.Entry<String, Set<UUID>> table : wanted.entrySet()) {
            images.existing(table.getKey(), table.getValue()).forEach(id -> there.add(table.getKey() + "/" + id));
        }
        return there;
    }

    /// Each row once, where it is written first, as it is in the end; one that is taken away meanwhile stays in order.
    private List<RowChange> newest() {
        List<RowChange> all = new ArrayList<>();
        batch.forEach(event -> all.addAll(event.entry().rows()));
        Set<String> gone = new HashSet<>();
        for (RowChange row : all) {
            if (row instanceof RowChange.Gone) {
                gone.add(name(row));
            }
        }
        Map<String, RowChange> last = new HashMap<>();
        all.forEach(row -> last.put(name(row), row));
        List<RowChange> newest = new ArrayList<>();
        Set<String> written = new HashSet<>();
        for (RowChange row : all) {
            if (gone.contains(name(row))) {
                newest.add(row);
            } else if (written.add(name(row))) {
                newest.add(Objects.requireNonNull(last.get(name(row))));
            }
        }
        return newest;
    }

    private static String name(RowChange row) {
        return row.table() + "/" + row.key();
    }

    private void alone(Connection connection, RowImages images, JournalEvent.Changed event) throws SQLException {
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
    }

    private static void mark(Connection connection, long sequence) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update store_state set last_applied_seq = ? where id = 1")) {
            statement.setLong(1, sequence);
            statement.executeUpdate();
        }
    }
}
