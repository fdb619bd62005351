package org.sitewright.backup;

import tools.jackson.databind.node.ObjectNode;

/// Takes the rows of a store, table by table in an order in which they can be written again.
@FunctionalInterface
public interface RowSink {
    void row(String table, ObjectNode row);
}
