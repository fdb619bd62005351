package org.sitewright.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A record of the journal as one line of JSON in UTF-8.
final class EventJson {
    private EventJson() {}

    static byte[] print(JournalEvent event) {
        ObjectNode object = Json.object().put("seq", event.sequence());
        switch (event) {
            case JournalEvent.Changed changed -> printEntry(object, changed.entry());
            case JournalEvent.Aborted aborted ->
                object.put("at", aborted.at().toString()).put("abort", aborted.of());
        }
        return Json.write(object).getBytes(StandardCharsets.UTF_8);
    }

    private static void printEntry(ObjectNode object, JournalEntry entry) {
        object.put("at", entry.at().toString())
                .put("actor", entry.actor())
                .put("site", entry.site())
                .put("action", entry.action())
                .put("label", entry.label())
                .put("type", entry.resourceType())
                .put("id", entry.resourceId());
        object.set("previous", entry.previous());
        object.set("next", entry.next());
        ArrayNode rows = object.putArray("rows");
        for (RowChange row : entry.rows()) {
            ObjectNode printed = rows.addObject().put("table", row.table()).put("key", row.key());
            switch (row) {
                case RowChange.Put put -> printed.set("columns", put.columns());
                case RowChange.Gone gone -> printed.put("gone", true);
            }
        }
    }

    /// @throws IllegalArgumentException when the bytes are not a record
    static JournalEvent parse(byte[] payload) {
        return parse(payload, Set.of());
    }

    /// The same without its values, which are JSON null then.
    static JournalEvent parseRows(byte[] payload) {
        return parse(payload, Set.of("previous", "next"));
    }

    private static JournalEvent parse(byte[] payload, Set<String> skipped) {
        JsonObject object = new JsonObject(Json.readSealed(payload, skipped), "");
        long sequence = object.required("seq").longValue();
        Instant at = Instant.parse(object.text("at"));
        if (object.get("abort").isPresent()) {
            return new JournalEvent.Aborted(sequence, object.required("abort").longValue(), at);
        }
        List<RowChange> rows = new ArrayList<>();
        for (JsonObject.Entry row : object.list("rows")) {
            rows.add(parseRow(row.object()));
        }
        return new JournalEvent.Changed(
                sequence,
                new JournalEntry(
                        at,
                        object.text("actor"),
                        object.text("site"),
                        object.text("action"),
                        object.text("label"),
                        object.text("type"),
                        object.text("id"),
                        object.required("previous"),
                        object.required("next"),
                        rows));
    }

    private static RowChange parseRow(JsonObject row) {
        String table = row.text("table");
        String key = row.text("key");
        JsonNode columns = row.get("columns").orElse(null);
        return columns instanceof ObjectNode object
                ? new RowChange.Put(table, key, object)
                : new RowChange.Gone(table, key);
    }
}
