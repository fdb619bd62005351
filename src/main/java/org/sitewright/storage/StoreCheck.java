package org.sitewright.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitewright.journal.Journal;
import org.sitewright.journal.JournalVerdict;
import org.sitewright.journal.RowChange;
import org.sitewright.site.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Compares every row of the database with what the journal says that it became.
final class StoreCheck {
    private static final String DATABASE = "Database: ";

    private final Database database;
    private final Journal journal;
    private final Base base;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Map<String, ObjectNode>> expected = new HashMap<>();

    StoreCheck(Database database, Journal journal, Base base) {
        this.database = database;
        this.journal = journal;
        this.base = base;
    }

    List<String> run() {
        if (journal.verify() instanceof JournalVerdict.Damaged(List<String> places)) {
            places.forEach(place -> faults.add("Journal: " + place + "."));
        }
        Database.tables().forEach(table -> expected.put(table, new HashMap<>()));
        try {
            base.read((table, row) ->
                    expect(new RowChange.Put(table, row.path("id").stringValue(), row)));
        } catch (IOException fault) {
            faults.add("Journal: the base that it begins upon cannot be read (" + fault.getMessage() + ").");
        }
        journal.replayRows(0, event -> event.entry().rows().forEach(this::expect));
        try (Connection connection = database.connection()) {
            for (String table : Database.tables()) {
                compareWhole(connection, table);
            }
        } catch (SQLException fault) {
            faults.add(DATABASE + "cannot be read (" + fault.getMessage() + ").");
        }
        return faults;
    }

    /// Whether the database is wrong and the journal, of which it can be made, is whole.
    boolean isDatabaseAlone() {
        return !faults.isEmpty() && faults.stream().allMatch(fault -> fault.startsWith(DATABASE));
    }

    private void expect(RowChange change) {
        Map<String, ObjectNode> rows = expected.computeIfAbsent(change.table(), table -> new HashMap<>());
        switch (change) {
            case RowChange.Put put -> rows.put(put.key(), put.columns());
            case RowChange.Gone gone -> rows.remove(gone.key());
        }
    }

    /// A damaged value need not be one that its column can hold.
    private void compareWhole(Connection connection, String table) throws SQLException {
        try {
            compare(connection, table);
        } catch (IllegalArgumentException unreadable) {
            faults.add(DATABASE + table + " has a row that cannot be read (" + unreadable.getMessage() + ").");
        }
    }

    private void compare(Connection connection, String table) throws SQLException {
        Map<String, ObjectNode> rows = new HashMap<>(expected.getOrDefault(table, Map.of()));
        try (PreparedStatement statement = connection.prepareStatement("select * from " + table);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                ObjectNode found = RowImages.image(result);
                String id = found.path("id").stringValue();
                ObjectNode wanted = rows.remove(id);
                if (wanted == null) {
                    faults.add(DATABASE + "" + table + " has a row that the journal does not know: " + id + ".");
                } else if (!same(wanted, found)) {
                    faults.add(DATABASE + "" + table + " " + id + " is not what the journal says.");
                }
            }
        }
        rows.keySet().forEach(id -> faults.add(DATABASE + "" + table + " " + id + " is missing."));
    }

    /// A column that came with a later migration is in no older image.
    private static boolean same(ObjectNode wanted, ObjectNode found) {
        for (Map.Entry<String, JsonNode> column : wanted.properties()) {
            JsonNode value = found.get(column.getKey());
            if (value == null || !Json.write(value).equals(Json.write(column.getValue()))) {
                return false;
            }
        }
        return true;
    }
}
