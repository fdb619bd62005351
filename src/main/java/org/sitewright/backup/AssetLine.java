package org.sitewright.backup;

import java.nio.charset.StandardCharsets;
import org.sitewright.site.MediaId;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import org.sitewright.site.json.MalformedSite;

/// Which object holds a picture or file.
///
/// @param asset the object's name
/// @param size of the content in bytes
record AssetLine(MediaId media, String asset, long size) {
    byte[] print() {
        return Json.write(Json.object()
                        .put("media", media.sha256())
                        .put("asset", asset)
                        .put("size", size))
                .getBytes(StandardCharsets.UTF_8);
    }

    static AssetLine read(byte[] line, String name) {
        try {
            JsonObject object = new JsonObject(Json.read(new String(line, StandardCharsets.UTF_8)), "");
            AssetLine read = new AssetLine(
                    new MediaId(object.text("media")),
                    object.text("asset"),
                    object.required("size").longValue());
            if (!read.asset().matches("assets/[0-9a-f]{64}\\.age") || read.size() < 0) {
                throw BackupProblems.damaged(name, "it names what is no asset");
            }
            return read;
        } catch (IllegalArgumentException malformed) {
            throw malformed instanceof MalformedSite || malformed.getCause() == null
                    ? BackupProblems.damaged(name, "its list of assets cannot be read", malformed)
                    : malformed;
        }
    }
}
