package org.sitewright.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.sitewright.journal.RowChange;
import org.sitewright.site.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One running unit of work. Rows are written at once, so that the database has checked them before the journal hears
/// of them; which rows changed is kept for it.
final class Writing {
    private final StatelessSession session;
    private final Map<Key, Boolean> changed = new LinkedHashMap<>();
    private @Nullable Instant time;
    private String actor = "";
    private JsonNode previous = Json.object().nullNode();
    private JsonNode next = Json.object().nullNode();

    private record Key(String table, UUID id) {}

    Writing(StatelessSession session) {
        this.session = session;
    }

    /// For reading inside the unit of work; writing goes through this object.
    StatelessSession session() {
        return session;
    }

    void insert(Row row) {
        session.insert(row);
        changed.put(new Key(row.table(), row.id), true);
    }

    void update(Row row) {
        session.update(row);
        changed.put(new Key(row.table(), row.id), true);
    }

    /// Updates nothing of the row but when it was changed.
    void touch(ProjectRow row) {
        OffsetDateTime at = OffsetDateTime.ofInstant(row.updatedAt, ZoneOffset.UTC);
        execute("update projects set updated_at = ? where id = ?", at, row.id);
        changed.put(new Key(row.table(), row.id), true);
    }

    /// Inserts the row, or updates the one that has its id.
    void put(Row row) {
        if (session.get(row.getClass(), row.id) == null) {
            insert(row);
        } else {
            update(row);
        }
    }

    void delete(Row row) {
        session.delete(row);
        Key key = new Key(row.table(), row.id);
        changed.remove(key);
        changed.put(key, false);
    }

    /// What the audit log says of values before and after; JSON null for nothing.
    void tell(JsonNode before, JsonNode after) {
        previous = before;
        next = after;
    }

    /// Says when it was done, where that was not now.
    void at(Instant then) {
        time = then;
    }

    /// Null for now.
    @Nullable
    Instant at() {
        return time;
    }

    /// Names the account that does it, where only the work itself finds out.
    void by(String account) {
        actor = account;
    }

    /// Empty when the work named nobody.
    String actor() {
        return actor;
    }

    boolean isEmpty() {
        return changed.isEmpty();
    }

    JsonNode previous() {
        return previous;
    }

    JsonNode next() {
        return next;
    }

    /// Notes the sequence that the tables have with this unit of work.
    void applied(long sequence) {
        execute("update store_state set last_applied_seq = ? where id = 1", sequence);
    }

    private void execute(String sql, Object... values) {
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                int unused = statement.executeUpdate();
            }
        });
    }

    /// Every changed row as it stands now, in the order in which they were first written.
    List<RowChange> images() {
        return session.doReturningWork(connection -> {
            try (RowImages images = new RowImages(connection)) {
                return images(images);
            }
        });
    }

    private List<RowChange> images(RowImages images) throws SQLException {
        List<RowChange> all = new ArrayList<>();
        for (Map.Entry<Key, Boolean> entry : changed.entrySet()) {
            Key key = entry.getKey();
            if (entry.getValue()) {
                ObjectNode image = images.read(key.table(), key.id())
                        .orElseThrow(() -> new SQLException("a row just written is not there"));
                all.add(new RowChange.Put(key.table(), key.id().toString(), image));
            } else {
                all.add(new RowChange.Gone(key.table(), key.id().toString()));
            }
        }
        return all;
    }
}
