package org.sitewright.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sitewright.blob.BlobSource;
import org.sitewright.blob.BlobStore;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;

/// `format.json`: which format lies there, and whose it is. It tells a person without this program how to read it.
record FormatFile(int version, UUID workspace) {
    static final int VERSION = 1;
    private static final int LONGEST = 1 << 16;
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

    /// Reads the one that lies at a place.
    static FormatFile in(BlobStore place) {
        return Tries.of(() -> readOnce(place));
    }

    private static FormatFile readOnce(BlobStore place) {
        try (InputStream in = place.open(Names.FORMAT)) {
            return read(in.readNBytes(LONGEST), place.describe());
        } catch (IOException fault) {
            throw BackupProblems.disk(fault);
        }
    }

    /// Whether a listing shows a file of the length that this workspace's has.
    static boolean seemsOurs(@Nullable Long listed, BackupPlace place) {
        return listed != null && listed == of(place).print().length;
    }

    /// Makes sure that a place is this workspace's, and marks it as such when nobody has yet. It is asked before each
    /// run that writes: the disk at this path, or the bucket of this name, may be another one today.
    ///
    /// @param isThere whether the listing has one
    /// @return how many bytes were written
    static int claim(BackupPlace place, boolean isThere) {
        byte[] ours = of(place).print();
        BlobSource source = BlobSource.of(ours);
        int written = !isThere && place.blobs().putNew(Names.FORMAT, source) ? ours.length : 0;
        if (written == 0 && !in(place.blobs()).workspace().equals(place.keys().workspace())) {
            throw BackupProblems.otherWorkspace(place.blobs().describe());
        }
        place.index().put(Names.FORMAT, ours.length, source.sha256());
        return written;
    }

    private static FormatFile of(BackupPlace place) {
        return new FormatFile(VERSION, place.keys().workspace());
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
