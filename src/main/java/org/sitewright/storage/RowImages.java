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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sitewright.journal.RowChange;
import org.sitewright.site.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Rows as JSON, column by column, and back into their table as an upsert. The columns come from the database itself,
/// so that a row holds whatever its table has.
final class RowImages implements AutoCloseable {
    private static final String JSON = "json";

    private final Connection connection;
    private final Map<String, Map<String, String>> columnTypes = new LinkedHashMap<>();
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    RowImages(Connection connection) {
        this.connection = connection;
    }

    /// The row as it stands in this transaction; empty when there is none.
    Optional<ObjectNode> read(String table, UUID id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select * from " + name(table) + " where id = ?")) {
            statement.setObject(1, id);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(image(result)) : Optional.empty();
            }
        }
    }

    static ObjectNode image(ResultSet row) throws SQLException {
        ObjectNode image = Json.object();
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            image.set(columns.getColumnName(i).toLowerCase(Locale.ROOT), value(row, i, columns));
        }
        return image;
    }

    private static JsonNode value(ResultSet row, int at, ResultSetMetaData columns) throws SQLException {
        ObjectNode nodes = Json.object();
        if (JSON.equalsIgnoreCase(columns.getColumnTypeName(at))) {
            String json = row.getString(at);
            return json == null ? nodes.nullNode() : Json.read(json);
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
                execute("delete from " + name(table) + " where id = ?", List.of(), Json.object(), table, key);
            case RowChange.Put(String table, String key, ObjectNode columns) -> put(table, key, columns);
        }
    }

    private void put(String table, String key, ObjectNode columns) throws SQLException {
        Map<String, String> types = types(table);
        List<String> names = new ArrayList<>();
        columns.propertyNames().stream().filter(types::containsKey).forEach(names::add);
        String sets = String.join(
                ", ", names.stream().map(n -> n + " = " + mark(types, n)).toList());
        if (execute("update " + name(table) + " set " + sets + " where id = ?", names, columns, table, key) == 0) {
            String marks =
                    String.join(", ", names.stream().map(n -> mark(types, n)).toList());
            String insert = "insert into " + name(table) + " (" + String.join(", ", names) + ") values (" + marks + ")";
            execute(insert, names, columns, table, "");
        }
    }

    private int execute(String sql, List<String> names, ObjectNode columns, String table, String key)
            throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        int at = 1;
        for (String column : names) {
            bind(statement, at++, String.valueOf(types(table).get(column)), columns.path(column));
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
        if (!table.matches("[a-z_]{1,40}")) {
            throw new IllegalArgumentException("not a table: " + table);
        }
        return table;
    }
}
