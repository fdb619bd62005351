package org.sitewright.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sitewright.media.MediaItem;
import org.sitewright.media.MediaStore;
import org.sitewright.site.Page;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.SiteJson;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes project files, one JSON file for each page, with a description of themselves. The same site gives the same
/// bytes.
public final class ArchiveWriter {
    private static final int HISTORY_FILE = 4 << 20;
    private static final String README = """
            This is one web site as Sitewright keeps it. Everything in here is plain: JSON in UTF-8, and the pictures
            and files as they are.

            format.json     the version of this format, and the order of the pages; the first is the home page
            site.json       name, language, theme, what stands on every page, menu, redirects, forms, components
            pages/ID.json   one page each: address, texts for search engines, and its sections from top to bottom.
                            A section has a type, a layout ("variant") and its content, field by field
            media.json      the pictures and files of the site: SHA-256, name, words for who cannot see them
            media/SHA256    their bytes, named by their SHA-256
            moments.json    when the site was changed, and what the change was called
            history/N.jsonl with “export --with-history” only: one line for each change, oldest first. It has what
                            became different: "site" without pages, "pages" by id, and the "order" of pages after it

            “sitewright import FILE” makes a site of it; “sitewright merge SITE FILE” joins it with another copy.
            """;

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
                put(zip, SiteArchive.README_FILE, README);
                put(zip, SiteArchive.FORMAT_FILE, format(archive));
                put(zip, SiteArchive.SITE_FILE, SiteJson.print(archive.site().withPages(List.of())));
                for (Page page : archive.site().pages()) {
                    put(zip, SiteArchive.PAGES_FOLDER + page.id() + ".json", SiteJson.printPage(page));
                }
                put(zip, SiteArchive.MEDIA_FILE, media(archive));
                moments(zip, archive);
                history(zip, archive, cancel);
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

    private static ObjectNode format(SiteArchive archive) {
        ObjectNode format = Json.object().put("sitewright", SiteArchive.FORMAT);
        ArrayNode pages = format.putArray("pages");
        archive.site().pages().forEach(page -> pages.add(page.id().toString()));
        return format;
    }

    /// One array, written entry by entry.
    private static void moments(ZipOutputStream zip, SiteArchive archive) throws IOException {
        zip.putNextEntry(entry(SiteArchive.MOMENTS_FILE));
        String before = "[\n";
        for (ArchivedMoment moment : archive.moments()) {
            String told = before + Json.write(told(Json.object(), moment));
            zip.write(told.getBytes(StandardCharsets.UTF_8));
            before = ",\n";
        }
        zip.write((archive.moments().isEmpty() ? "[]\n" : "\n]\n").getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode told(ObjectNode into, ArchivedMoment moment) {
        return into.put("seq", moment.sequence())
                .put("at", moment.at().toString())
                .put("label", moment.label());
    }

    /// As many moments in one file as keep it small.
    private static void history(ZipOutputStream zip, SiteArchive archive, CancelToken cancel) throws IOException {
        HistoryFiles files = new HistoryFiles();
        int number = 0;
        StringBuilder lines = new StringBuilder();
        for (ArchivedMoment moment : archive.moments()) {
            cancel.check();
            archive.past().at(moment).ifPresent(then -> lines.append(Json.write(told(files.next(then), moment)))
                    .append('\n'));
            if (lines.length() > HISTORY_FILE) {
                put(zip, historyName(number++), lines.toString());
                lines.setLength(0);
            }
        }
        if (!lines.isEmpty()) {
            put(zip, historyName(number), lines.toString());
        }
    }

    private static String historyName(int number) {
        return SiteArchive.HISTORY_FOLDER + String.format("%05d.jsonl", number);
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
        put(zip, name, Json.writePretty(json));
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(315_532_800_000L);
        return entry;
    }
}
