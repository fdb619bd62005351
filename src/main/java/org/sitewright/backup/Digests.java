package org.sitewright.backup;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.sitewright.journal.JournalPosition;
import org.sitewright.site.json.Json;

/// The hash of every row of a store at one moment.
///
/// @param rows by `<table> <id>`
record Digests(JournalPosition position, Map<String, String> rows) {
    static Digests of(LiveStore store) {
        Map<String, String> rows = new TreeMap<>();
        JournalPosition position = store.export((table, row) -> rows.put(
                table + " " + row.path("id").stringValue(),
                Hmac.hex(Hmac.sha256().digest(Json.write(row).getBytes(StandardCharsets.UTF_8)))));
        return new Digests(position, rows);
    }

    /// The first row in which another differs, in words; empty when none does.
    String difference(Digests other) {
        for (Map.Entry<String, String> row : rows.entrySet()) {
            String there = other.rows.get(row.getKey());
            if (there == null) {
                return row.getKey() + " is missing";
            }
            if (!there.equals(row.getValue())) {
                return row.getKey() + " differs";
            }
        }
        return other.rows.keySet().stream()
                .filter(key -> !rows.containsKey(key))
                .findFirst()
                .map(key -> key + " should not be there")
                .orElse("");
    }
}
