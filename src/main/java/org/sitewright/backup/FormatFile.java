package org.sitewright.backup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;

/// `format.json`: which format lies there, and whose it is. It tells a person without this program how to read it.
record FormatFile(int version, UUID workspace) {
    static final int VERSION = 1;
    private static final String HOW =
            "age -d -i KEY snapshots/NAME.zip.age > snapshot.zip; unzip snapshot.zip; a picture or file is"
                    + " the asset that assets/001.jsonl in there names, decrypted with age -d -i KEY";

    byte[] print() {
        return (Json.writePretty(Json.object()
                                .put("sitewright-backup", version)
                                .put("workspace", workspace.toString())
                                .put("how", HOW))
                        + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// @throws org.sitewright.work.Problem when it is damaged or of a newer version
    static FormatFile read(byte[] bytes, String place) {
        try {
            JsonObject object = new JsonObject(Json.read(new String(bytes, StandardCharsets.UTF_8)), "");
            int version = object.integer("sitewright-backup");
            if (version > VERSION) {
                throw BackupProblems.newerFormat(place);
            }
            FormatFile read = new FormatFile(version, UUID.fromString(object.text("workspace")));
            if (!Arrays.equals(read.print(), bytes)) {
                throw BackupProblems.damaged(Names.FORMAT, "it is not as it was written");
            }
            return read;
        } catch (IllegalArgumentException malformed) {
            throw BackupProblems.damaged(Names.FORMAT, "it is not as it was written", malformed);
        }
    }
}
