package org.sitewright.storage;

import java.math.BigDecimal;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.sitewright.journal.RowChange;
import org.sitewright.site.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Rows as JSON, column by column, and back into their table as an upsert. The columns come from the database itself,
/// so that a row holds whatever its table has.
final class RowImages implements AutoCloseable {
    private static final String JSON = "json";
    private static final Pattern NAME = Pattern.compile("[a-z_]{1,40}");
    private static final Writes NO_COLUMNS = new Writes("", "", List.of(), List.of());

    private final Connection connection;
    private final Map<String, Map<String, String>> columnTypes = new LinkedHashMap<>();
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Map<Shape, Writes> writes = new HashMap<>();

    RowImages(Connection connection) {
        this.connection = connection;
    }

    /// The row as it stands in this transaction, to be printed: its JSON columns cannot be looked into.
    ///
    /// @return empty when there is none
    Optional<ObjectNode> read(String table, UUID id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select * from " + name(table) + " where id = ?")) {
            statement.setObject(1, id);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(image(result, Json::written)) : Optional.empty();
            }
        }
    }

    static ObjectNode image(ResultSet row) throws SQLException {
        return image(row, Json::read);
    }

    private static ObjectNode image(ResultSet row, Function<String, JsonNode> json) throws SQLException {
        ObjectNode image = Json.object();
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            image.set(columns.getColumnName(i).toLowerCase(Locale.ROOT), value(row, i, columns, json));
        }
        return image;
    }

    private static JsonNode value(ResultSet row, int at, ResultSetMetaData columns, Function<String, JsonNode> json)
            throws SQLException {
        ObjectNode nodes = Json.object();
        if (JSON.equalsIgnoreCase(columns.getColumnTypeName(at))) {
            String text = row.getString(at);
            return text == null ? nodes.nullNode() : json.apply(text);
        }
        Object value = columns.getColumnType(at) == Types.TIMESTAMP_WITH_TIMEZONE
                ? row.getObject(at, OffsetDateTime.class)
                : row.getObject(at);
        return switch (value) {
            case null -> nodes.nullNode();
            case OffsetDateTime time -> nodes.stringNode(time.toInstant().toString());
            case Boolean flag -> nodes.booleanNode(flag);
            case Integer number -> nodes.numberNode(number);
            case Long number -> nodes.numberNode(number);
            case Double number -> nodes.numberNode(number);
            case BigDecimal number -> nodes.numberNode(number);
            case UUID id -> nodes.stringNode(id.toString());
            case String text -> nodes.stringNode(text);
            case Clob text -> nodes.stringNode(text.getSubString(1, Math.toIntExact(text.length())));
            default -> throw new SQLException("a row cannot hold " + JDBCType.valueOf(columns.getColumnType(at)));
        };
    }

    /// Makes the table hold what the change says, whatever it holds now.
    void apply(RowChange change) throws SQLException {
        switch (change) {
            case RowChange.Gone(String table, String key) ->
                execute("delete from " + name(table) + " where id = ?", NO_COLUMNS, Json.object(), key);
            case RowChange.Put(String table, String key, ObjectNode columns) -> put(table, key, columns);
        }
    }

    /// Which of the rows are there.
    Set<UUID> existing(String table, Collection<UUID> ids) throws SQLException {
        Set<UUID> found = new HashSet<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select id from " + name(table) + " where id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(result.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }

    private void put(String table, String key, ObjectNode columns) throws SQLException {
        Writes writes = writes(table, columns);
        if (execute(writes.update(), writes, columns, key) == 0) {
            insert(writes, columns);
        }
    }

    /// Writes a row of which is known whether it is there.
    void put(RowChange.Put row, boolean there) throws SQLException {
        Writes writes = writes(row.table(), row.columns());
        if (there) {
            execute(writes.update(), writes, row.columns(), row.key());
        } else {
            insert(writes, row.columns());
        }
    }

    private void insert(Writes writes, ObjectNode columns) throws SQLException {
        execute(writes.insert(), writes, columns, "");
    }

    /// The statements for rows of one table that have the same columns.
    private record Writes(String update, String insert, List<String> names, List<String> types) {}

    private record Shape(String table, List<String> columns) {}

    private Writes writes(String table, ObjectNode columns) throws SQLException {
        Shape shape = new Shape(table, List.copyOf(columns.propertyNames()));
        Writes known = writes.get(shape);
        if (known != null) {
            return known;
        }
        Map<String, String> types = types(table);
        List<String> names = shape.columns().stream().filter(types::containsKey).toList();
        String sets = String.join(
                ", ", names.stream().map(n -> n + " = " + mark(types, n)).toList());
        String marks = String.join(", ", names.stream().map(n -> mark(types, n)).toList());
        Writes made = new Writes(
                "update " + name(table) + " set " + sets + " where id = ?",
                "insert into " + name(table) + " (" + String.join(", ", names) + ") values (" + marks + ")",
                names,
                names.stream().map(n -> String.valueOf(types.get(n))).toList());
        writes.put(shape, made);
        return made;
    }

    private int execute(String sql, Writes writes, ObjectNode columns, String key) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        int at = 1;
        for (String column : writes.names()) {
            bind(statement, at, writes.types().get(at - 1), columns.path(column));
            at++;
        }
        if (!key.isEmpty()) {
            statement.setObject(at, UUID.fromString(key));
        }
        return statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        statements.clear();
    }

    private static String mark(Map<String, String> types, String column) {
        return JSON.equals(types.get(column)) ? "? format json" : "?";
    }

    private static void bind(PreparedStatement statement, int at, String type, JsonNode value) throws SQLException {
        if (JSON.equals(type)) {
            statement.setString(at, Json.write(value));
        } else if (value.isNull()) {
            statement.setObject(at, null);
        } else if (type.startsWith("timestamp")) {
            statement.setObject(at, OffsetDateTime.ofInstant(Instant.parse(value.stringValue()), ZoneOffset.UTC));
        } else if (type.equals("uuid")) {
            statement.setObject(at, UUID.fromString(value.stringValue()));
        } else if (value.isBoolean()) {
            statement.setBoolean(at, value.booleanValue());
        } else if (value.isNumber()) {
            statement.setBigDecimal(at, value.decimalValue());
        } else {
            statement.setString(at, value.stringValue());
        }
    }

    private Map<String, String> types(String table) throws SQLException {
        Map<String, String> known = columnTypes.get(table);
        if (known != null) {
            return known;
        }
        Map<String, String> types = new LinkedHashMap<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("select * from " + name(table) + " where 1 = 0");
                ResultSet result = statement.executeQuery()) {
            ResultSetMetaData columns = result.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                types.put(
                        columns.getColumnName(i).toLowerCase(Locale.ROOT),
                        columns.getColumnTypeName(i).toLowerCase(Locale.ROOT));
            }
        }
        columnTypes.put(table, types);
        return types;
    }

    /// A journal is data: only plain names become part of a statement.
    private static String name(String table) {
        if (!NAME.matcher(table).matches()) {
            throw new IllegalArgumentException("not a table: " + table);
        }
        return table;
    }
}
