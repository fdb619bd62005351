package org.sitewright.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sitewright.media.MediaItem;
import org.sitewright.media.MediaStore;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.SiteJson;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Writes project files: `format.json`, `site.json`, `media.json` and `media/<sha256>`. The same site gives the same
/// bytes.
public final class ArchiveWriter {
    private final MediaStore store;

    public ArchiveWriter(MediaStore store) {
        this.store = store;
    }

    /// Writes the file whole or not at all, replacing one that is there.
    ///
    /// @throws Problem `SW-EXPORT` when it cannot be written
    public void write(SiteArchive archive, Path file, Progress progress, CancelToken cancel) {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(temporary);
                    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                put(zip, SiteArchive.FORMAT_FILE, Json.object().put("sitewright", SiteArchive.FORMAT));
                put(zip, SiteArchive.SITE_FILE, SiteJson.print(archive.site()));
                put(zip, SiteArchive.MEDIA_FILE, media(archive));
                zip.setLevel(Deflater.NO_COMPRESSION);
                int done = 0;
                for (MediaItem item : archive.media()) {
                    cancel.check();
                    progress.at(done++, archive.media().size(), item.fileName());
                    try (InputStream content = store.open(item.media())) {
                        zip.putNextEntry(entry(SiteArchive.MEDIA_FOLDER + item.media()));
                        content.transferTo(zip);
                    }
                }
            }
            move(temporary, file);
        } catch (IOException fault) {
            throw new Problem(
                    "SW-EXPORT",
                    "The file " + file + " cannot be written.",
                    "Check that its folder is there, that you may write to it, and that the disk has space.",
                    fault);
        } finally {
            discard(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException leftBehind) {
            return;
        }
    }

    private static JsonNode media(SiteArchive archive) {
        ArrayNode array = Json.array();
        archive.media().forEach(item -> array.addObject()
                .put("sha256", item.media().sha256())
                .put("fileName", item.fileName())
                .put("alt", item.alt()));
        return array;
    }

    private static void put(ZipOutputStream zip, String name, JsonNode json) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(Json.writePretty(json).getBytes(StandardCharsets.UTF_8));
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(315_532_800_000L);
        return entry;
    }
}
