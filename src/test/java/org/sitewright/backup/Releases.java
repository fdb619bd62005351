package org.sitewright.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.sitewright.adapter.folder.FolderBlobs;
import org.sitewright.archive.ArchiveWriter;
import org.sitewright.archive.ArchivedMoment;
import org.sitewright.archive.SiteArchive;
import org.sitewright.media.FolderMediaStore;
import org.sitewright.media.MediaItem;
import org.sitewright.secret.FileVault;
import org.sitewright.site.Focal;
import org.sitewright.site.MediaId;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.SiteJson;
import org.sitewright.storage.OldStores;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// What each released format looks like, kept under `src/test/resources/releases` so that it can still be opened years
/// later. Run once for a new format, into a new folder; what was released is never made again.
public final class Releases {
    public static final char[] PASSPHRASE = "every release opens".toCharArray();
    public static final String SECRET = "kept for years";

    private static final int NEWEST = 7;

    private Releases() {}

    /// The stream of a kept file.
    public static java.io.InputStream open(String name) {
        return java.util.Objects.requireNonNull(Releases.class.getResourceAsStream("/releases/" + name), name);
    }

    /// Unpacks a kept folder.
    public static Path unpack(String name, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(open(name), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.resolveSibling(""));
                Files.copy(zip, file);
            }
        }
        return folder;
    }

    /// The site that all kept files hold.
    public static Site site() throws IOException {
        try (var in = open("site.json")) {
            return SiteJson.parse(Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    /// Arguments: the folder to be made.
    public static void main(String[] arguments) throws Exception {
        Path out = Files.createDirectories(Path.of(arguments[0]));
        Path temporary = Files.createTempDirectory("releases");
        Path data = temporary.resolve("data");
        Site site;
        try (BackupWorld world = new BackupWorld(data, 2026)) {
            Site first = world.addSite(2);
            MediaId media = world.media.put(new ByteArrayInputStream("a small file".getBytes(StandardCharsets.UTF_8)));
            MediaItem item = world.library.add(
                    new MediaItem(
                            first.id(), media, "small.txt", "text/plain", 0, 0, "", 12, Instant.EPOCH, Focal.CENTRE),
                    world.change("Add a file"));
            site = first.withDetails("Kept through all releases", "", "en");
            world.sites().save(site, world.change("Name of the site"));
            Files.writeString(out.resolve("site.json"), Json.writePretty(SiteJson.print(site)));
            projects(out, site, first, item, world.media);
            backup(out, temporary, world);
        }
        for (int migration = 1; migration <= NEWEST; migration++) {
            String version = String.format("%03d", migration);
            Path then = temporary.resolve(version);
            OldStores.write(data, then, version);
            pack(then, out.resolve("workspace-V" + version + ".zip"));
        }
        Path file = out.resolve("vault-1");
        try (FileVault vault = FileVault.create(file, FileVault.PASSPHRASE, PASSPHRASE, new SecureRandom())) {
            vault.putText("target/1", SECRET.toCharArray());
        }
        Files.deleteIfExists(out.resolve("vault-1.previous"));
    }

    private static void projects(Path out, Site site, Site first, MediaItem item, FolderMediaStore store)
            throws IOException {
        Map<String, byte[]> old = new TreeMap<>();
        old.put("format.json", "{\"sitewright\":1}".getBytes(StandardCharsets.UTF_8));
        old.put("site.json", Json.writePretty(SiteJson.print(site)).getBytes(StandardCharsets.UTF_8));
        old.put(
                "media.json",
                ("[{\"sha256\":\"" + item.media().sha256() + "\",\"fileName\":\"small.txt\",\"alt\":\"\"}]")
                        .getBytes(StandardCharsets.UTF_8));
        try (var in = store.open(item.media())) {
            old.put("media/" + item.media().sha256(), in.readAllBytes());
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(out.resolve("project-1.zip")))) {
            for (Map.Entry<String, byte[]> each : old.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        List<ArchivedMoment> moments = List.of(
                new ArchivedMoment(1, Instant.parse("2026-03-01T10:00:00Z"), "New site", Optional.of(first)),
                new ArchivedMoment(2, Instant.parse("2026-03-02T10:00:00Z"), "Name of the site", Optional.of(site)));
        new ArchiveWriter(store)
                .write(
                        new SiteArchive(site, List.of(item), moments),
                        out.resolve("project-2.zip"),
                        Progress.NONE,
                        new CancelToken());
    }

    private static void backup(Path out, Path temporary, BackupWorld world) throws IOException {
        Path folder = temporary.resolve("place");
        try (FolderBlobs place = new FolderBlobs(folder);
                OutputStream key = Files.newOutputStream(out.resolve("backup-1.key"))) {
            world.setUp(place);
            Sent unused = world.send(place, Sender.Wish.SNAPSHOT);
            key.write(new String(BackupService.key(world.vault).text()).getBytes(StandardCharsets.US_ASCII));
        }
        pack(folder, out.resolve("backup-1.zip"));
    }

    private static void pack(Path folder, Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8);
                Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, zip);
            }
        }
    }
}
