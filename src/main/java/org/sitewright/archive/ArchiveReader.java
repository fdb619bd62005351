package org.sitewright.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import org.sitewright.site.json.MalformedSite;
import org.sitewright.site.json.SiteJson;
import org.sitewright.work.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads project files, which may come from anybody: names other than those of the format are refused, and sizes are
/// counted while reading, never believed. Nothing is unpacked by name. The caller takes each medium in as it would a
/// stranger's file.
public final class ArchiveReader implements AutoCloseable {
    private static final String NAMES = "README\\.txt|format\\.json|site\\.json|media\\.json|moments\\.json"
            + "|pages/[0-9a-f-]{36}\\.json|history/\\d{5}\\.jsonl|media/[0-9a-f]{64}";
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 500L << 20;
    private static final long MOST_TEXT = 64L << 20;
    private static final int HIGHEST_RATIO = 200;

    private final ZipFile zip;
    private long left = MOST_BYTES;

    private ArchiveReader(ZipFile zip) {
        this.zip = zip;
    }

    /// One file of the media library as the archive tells it.
    public record Medium(MediaId media, String fileName, String alt) {}

    /// @throws Problem `SW-IMPORT-404` when there is no such file, `SW-IMPORT` when it is no project file,
    /// `SW-IMPORT-NEWER` when a newer version wrote it
    public static ArchiveReader open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Problem("SW-IMPORT-404", "There is no file " + file + ".", "Check its name and folder.");
        }
        try {
            ArchiveReader reader = new ArchiveReader(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
            try {
                reader.checkVersion();
                reader.checkNames();
                return reader;
            } catch (RuntimeException refused) {
                reader.close();
                throw refused;
            }
        } catch (IOException notAZip) {
            throw unusable("it is not a zip file", notAZip);
        }
    }

    /// A newer format may hold files that this version knows nothing of. What says no format is judged by its names.
    private void checkVersion() {
        if (zip.getEntry(SiteArchive.FORMAT_FILE) == null) {
            return;
        }
        try {
            if (format().integer("sitewright") > SiteArchive.FORMAT) {
                throw new Problem(
                        "SW-IMPORT-NEWER",
                        "This project file was written by a newer version of Sitewright.",
                        "Update Sitewright here, or export the site again with this version.");
            }
        } catch (MalformedSite malformed) {
            throw unusable(malformed.getMessage(), malformed);
        }
    }

    private JsonObject format() {
        return new JsonObject(Json.read(text(SiteArchive.FORMAT_FILE)), "format");
    }

    private void checkNames() {
        Set<String> seen = new HashSet<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            String name = entries.nextElement().getName();
            if (seen.size() >= MOST_ENTRIES) {
                throw refused("it has more than " + MOST_ENTRIES + " files");
            }
            if (!name.matches(NAMES) || !seen.add(name)) {
                throw refused("it holds a file that does not belong there");
            }
        }
    }

    /// @throws Problem `SW-IMPORT` when the site cannot be read; it says where it is wrong
    public Site site() {
        try {
            JsonObject format = format();
            int version = format.integer("sitewright");
            if (version < 1) {
                throw refused("its format is none");
            }
            Site site = SiteJson.parse(text(SiteArchive.SITE_FILE));
            if (version == 1) {
                return site;
            }
            List<Page> pages = new ArrayList<>();
            for (String id : format.texts("pages")) {
                String name = SiteArchive.PAGES_FOLDER + id + ".json";
                pages.add(SiteJson.parsePage(Json.read(text(name)), name));
            }
            return whole(site, pages);
        } catch (MalformedSite malformed) {
            throw unusable(malformed.getMessage(), malformed);
        }
    }

    private static Site whole(Site site, List<Page> pages) {
        if (pages.isEmpty()) {
            throw refused("it has no page");
        }
        try {
            return site.withPages(pages);
        } catch (IllegalArgumentException inconsistent) {
            throw unusable(inconsistent.getMessage(), inconsistent);
        }
    }

    /// When the site was changed, oldest first; nothing for a file of the first format.
    public List<ArchivedMoment> moments() {
        if (zip.getEntry(SiteArchive.MOMENTS_FILE) == null) {
            return List.of();
        }
        try {
            List<ArchivedMoment> moments = new ArrayList<>();
            JsonNode all = Json.object().set("moments", Json.read(text(SiteArchive.MOMENTS_FILE)));
            for (JsonObject.Entry entry : new JsonObject(all, "").list("moments")) {
                moments.add(moment(entry.object(), Optional.empty()));
            }
            return moments;
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw unusable(malformed.getMessage(), malformed);
        }
    }

    private static ArchivedMoment moment(JsonObject object, Optional<Site> site) {
        return new ArchivedMoment(
                object.required("seq").longValue(), Instant.parse(object.text("at")), object.text("label"), site);
    }

    /// Hands on every moment with the site as it was, oldest first; none where the file was written without them.
    public void history(Consumer<ArchivedMoment> reader) {
        HistoryFiles files = new HistoryFiles();
        try {
            for (int number = 0; ; number++) {
                String name = SiteArchive.HISTORY_FOLDER + String.format("%05d.jsonl", number);
                if (zip.getEntry(name) == null) {
                    return;
                }
                for (String line : text(name).lines().toList()) {
                    ObjectNode told = (ObjectNode) Json.read(line);
                    ArchivedMoment moment = moment(new JsonObject(told, name), Optional.empty());
                    told.remove(List.of("seq", "at", "label"));
                    Site site = files.read(told, name);
                    reader.accept(
                            new ArchivedMoment(moment.sequence(), moment.at(), moment.label(), Optional.of(site)));
                }
            }
        } catch (IllegalArgumentException | DateTimeException | ClassCastException malformed) {
            throw unusable(malformed.getMessage(), malformed);
        }
    }

    public List<Medium> media() {
        try {
            List<Medium> media = new ArrayList<>();
            JsonObject all = new JsonObject(Json.object().set("media", Json.read(text(SiteArchive.MEDIA_FILE))), "");
            for (JsonObject.Entry entry : all.list("media")) {
                JsonObject medium = entry.object();
                media.add(new Medium(new MediaId(medium.text("sha256")), medium.text("fileName"), medium.text("alt")));
            }
            return media;
        } catch (IllegalArgumentException malformed) {
            throw unusable(malformed.getMessage(), malformed);
        }
    }

    /// The bytes of a medium; the caller closes the stream, which fails when it holds more than an archive may.
    public InputStream open(MediaId media) {
        return open(SiteArchive.MEDIA_FOLDER + media);
    }

    private String text(String name) {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes((int) MOST_TEXT + 1);
            if (bytes.length > MOST_TEXT) {
                throw refused(name + " is too large");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw unusable(name + " cannot be read", damaged);
        }
    }

    private InputStream open(String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw refused(name + " is missing");
        }
        try {
            long packed = Math.max(1, entry.getCompressedSize());
            return new Counted(zip.getInputStream(entry), packed * HIGHEST_RATIO + (1 << 20));
        } catch (IOException damaged) {
            throw unusable(name + " cannot be read", damaged);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }

    private static Problem refused(String why) {
        return new Problem(
                "SW-IMPORT", "This project file cannot be used: " + why + ".", "Export the site again where it is.");
    }

    private static Problem unusable(@Nullable String why, Exception cause) {
        return new Problem(
                "SW-IMPORT",
                "This project file cannot be used: " + why + ".",
                "Export the site again where it is.",
                cause);
    }

    /// Stops at what a whole archive, and an entry of that packed size, may hold.
    private final class Counted extends FilterInputStream {
        private long leftHere;

        Counted(InputStream in, long most) {
            super(in);
            leftHere = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(long bytes) {
            left -= bytes;
            leftHere -= bytes;
            if (left < 0 || leftHere < 0) {
                throw refused("it unpacks to more than an archive of a site does");
            }
        }
    }
}
