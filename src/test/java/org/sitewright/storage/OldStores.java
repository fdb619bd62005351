package org.sitewright.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.sitewright.journal.Journal;
import org.sitewright.journal.JournalEntry;
import org.sitewright.journal.JournalEvent;
import org.sitewright.journal.RowChange;
import org.sitewright.journal.SegmentFiles;
import tools.jackson.databind.node.ObjectNode;

/// Makes a data folder as it was when an older migration was the newest: its tables, and a journal whose images have
/// the columns of then.
public final class OldStores {
    private OldStores() {}

    /// @param now a data folder of today, closed
    /// @param migration as `003`
    public static void write(Path now, Path then, String migration) throws IOException, SQLException {
        Files.createDirectories(then.resolve("database"));
        String url =
                "jdbc:h2:file:" + then.resolve("database").resolve("sitewright").toAbsolutePath();
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:db/migration")
                .target(migration)
                .load()
                .migrate();
        List<JournalEvent.Changed> events = new ArrayList<>();
        try (Journal journal = Journal.open(now.resolve("journal"), SegmentFiles.ON_DISK, 0)) {
            journal.replay(0, events::add);
        }
        try (Journal journal = Journal.open(then.resolve("journal"), SegmentFiles.ON_DISK, 0);
                Connection connection = DriverManager.getConnection(url, "sa", "")) {
            Map<String, Set<String>> columns = columns(connection);
            try (RowImages images = new RowImages(connection)) {
                for (JournalEvent.Changed event : events) {
                    JournalEntry entry = older(event.entry(), columns);
                    long sequence = journal.append(entry);
                    for (RowChange row : entry.rows()) {
                        images.apply(row);
                    }
                    connection.createStatement().execute("update store_state set last_applied_seq = " + sequence);
                }
            }
            connection.createStatement().execute("shutdown compact");
        }
    }

    private static Map<String, Set<String>> columns(Connection connection) throws SQLException {
        Map<String, Set<String>> columns = new HashMap<>();
        try (ResultSet result = connection.getMetaData().getColumns(null, "PUBLIC", null, null)) {
            while (result.next()) {
                columns.computeIfAbsent(
                                result.getString("TABLE_NAME").toLowerCase(Locale.ROOT), name -> new TreeSet<>())
                        .add(result.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    private static JournalEntry older(JournalEntry entry, Map<String, Set<String>> columns) {
        List<RowChange> rows = new ArrayList<>();
        for (RowChange row : entry.rows()) {
            Set<String> known = columns.get(row.table());
            if (known != null && row instanceof RowChange.Put(String table, String key, ObjectNode image)) {
                ObjectNode less = image.deepCopy();
                less.retain(known);
                rows.add(new RowChange.Put(table, key, less));
            } else if (known != null) {
                rows.add(row);
            }
        }
        return new JournalEntry(
                entry.at(),
                entry.actor(),
                entry.site(),
                entry.action(),
                entry.label(),
                entry.resourceType(),
                entry.resourceId(),
                entry.previous(),
                entry.next(),
                rows);
    }
}
