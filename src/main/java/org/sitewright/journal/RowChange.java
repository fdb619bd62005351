package org.sitewright.journal;

import tools.jackson.databind.node.ObjectNode;

/// What one row of a table became.
public sealed interface RowChange {
    String table();

    /// The value of the table's `id` column, as text.
    String key();

    /// The row as it is after the change, every column by its name: applying it twice changes nothing.
    record Put(String table, String key, ObjectNode columns) implements RowChange {}

    record Gone(String table, String key) implements RowChange {}
}
