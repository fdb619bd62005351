package org.sitewright.backup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.sitewright.journal.JournalPosition;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;

/// `snapshot.json` in a snapshot: whose, of when, and where in the journal of which device.
///
/// @param schema the version of the tables that the rows come from
record SnapshotHead(UUID workspace, String device, Instant at, JournalPosition position, String schema) {
    static final String FILE = "snapshot.json";

    byte[] print() {
        return Json.writePretty(Json.object()
                        .put("format", FormatFile.VERSION)
                        .put("workspace", workspace.toString())
                        .put("device", device)
                        .put("at", at.toString())
                        .put("sequence", position.sequence())
                        .put("hash", position.hash())
                        .put("schema", schema))
                .getBytes(StandardCharsets.UTF_8);
    }

    static SnapshotHead read(byte[] bytes, String name) {
        try {
            JsonObject object = new JsonObject(Json.read(new String(bytes, StandardCharsets.UTF_8)), "");
            if (object.integer("format") > FormatFile.VERSION) {
                throw BackupProblems.newerFormat("“" + name + "”");
            }
            return new SnapshotHead(
                    UUID.fromString(object.text("workspace")),
                    object.text("device"),
                    Instant.parse(object.text("at")),
                    new JournalPosition(object.required("sequence").longValue(), object.text("hash")),
                    object.text("schema"));
        } catch (IllegalArgumentException | java.time.DateTimeException malformed) {
            throw BackupProblems.damaged(name, "its head cannot be read", malformed);
        }
    }
}
