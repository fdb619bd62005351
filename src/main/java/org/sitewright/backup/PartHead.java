package org.sitewright.backup;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.sitewright.journal.JournalPosition;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;

/// `journal.json` in a part of a journal: whose it is, and the places in the chain between which its events lie.
record PartHead(UUID workspace, String device, JournalPosition before, JournalPosition last) {
    static final String FILE = "journal.json";

    byte[] print() {
        return Json.writePretty(Json.object()
                        .put("format", FormatFile.VERSION)
                        .put("workspace", workspace.toString())
                        .put("device", device)
                        .put("before", before.sequence())
                        .put("hashBefore", before.hash())
                        .put("last", last.sequence())
                        .put("hashLast", last.hash()))
                .getBytes(StandardCharsets.UTF_8);
    }

    static PartHead read(byte[] bytes, String name) {
        try {
            JsonObject object = new JsonObject(Json.read(new String(bytes, StandardCharsets.UTF_8)), "");
            if (object.integer("format") > FormatFile.VERSION) {
                throw BackupProblems.newerFormat("“" + name + "”");
            }
            return new PartHead(
                    UUID.fromString(object.text("workspace")),
                    object.text("device"),
                    new JournalPosition(object.required("before").longValue(), object.text("hashBefore")),
                    new JournalPosition(object.required("last").longValue(), object.text("hashLast")));
        } catch (IllegalArgumentException malformed) {
            throw BackupProblems.damaged(name, "its head cannot be read", malformed);
        }
    }
}
