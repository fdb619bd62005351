package org.sitewright.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sitewright.backup.LiveStore;
import org.sitewright.backup.RowSink;
import org.sitewright.journal.JournalPosition;
import org.sitewright.journal.JournalRecord;

/// The store as backups read it. An export reads the tables as they were when it began, while others go on writing.
public final class StoreCopy implements LiveStore {
    /// H2's isolation level SNAPSHOT, for which JDBC has no constant.
    private static final int SNAPSHOT = 6;

    private static final int FETCH = 200;

    private final Store store;

    public StoreCopy(Store store) {
        this.store = store;
    }

    @Override
    public JournalPosition position() {
        return store.journal().position();
    }

    @Override
    public JournalPosition origin() {
        return store.journal().origin();
    }

    @Override
    public List<JournalRecord> records(long after, long most) {
        return store.journal().records(after, most);
    }

    @Override
    public String schema() {
        return Database.NEWEST_MIGRATION;
    }

    @Override
    public JournalPosition export(RowSink sink) {
        try (Connection connection = store.database().connection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(SNAPSHOT);
            JournalPosition position = store.whileStill(() -> begin(connection));
            for (String table : Database.tables()) {
                read(connection, table, sink);
            }
            connection.rollback();
            return position;
        } catch (SQLException fault) {
            throw StoreFaults.translate(new IllegalStateException(fault));
        } catch (RuntimeException fault) {
            throw StoreFaults.translate(fault);
        }
    }

    /// The first statement fixes what the transaction sees.
    private JournalPosition begin(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from store_state")) {
            if (!result.next()) {
                throw new SQLException("no count");
            }
            return store.journal().position();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static void read(Connection connection, String table, RowSink sink) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select * from " + table + " order by id")) {
            statement.setFetchSize(FETCH);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    sink.row(table, RowImages.image(result));
                }
            }
        }
    }
}
