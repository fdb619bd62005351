package org.sitewright.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.sitewright.blob.BlobStore;
import org.sitewright.blob.MemoryBlobs;
import org.sitewright.fixture.HandClock;
import org.sitewright.fixture.SomeSite;
import org.sitewright.media.FolderMediaStore;
import org.sitewright.media.MediaItem;
import org.sitewright.media.MediaLibrary;
import org.sitewright.secret.MemoryVault;
import org.sitewright.site.Focal;
import org.sitewright.site.Ids;
import org.sitewright.site.MediaId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.storage.TestWorkspace;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// A real store with sites and media, a place, and the backups between them, on a clock that tests move.
public final class BackupWorld implements AutoCloseable {
    static final Rendering NO_PAGES = (site, media) -> "";

    final HandClock clock = new HandClock();
    final Random random;
    final Path folder;
    final TestWorkspace workspace;
    final MediaLibrary library;
    final FolderMediaStore media;
    final MemoryVault vault = new MemoryVault();
    final BackupService service;
    final ScratchStores stores;
    private final Ids ids;
    private final SomeSite maker;
    private final UserId user = TestWorkspace.USER;

    public BackupWorld(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
        this.ids = new Ids(new Random(seed + 1));
        this.maker = new SomeSite(seed + 2, user);
        this.workspace = new TestWorkspace(folder, clock, ids);
        this.library = workspace.media();
        this.media = new FolderMediaStore(folder.resolve("media"));
        this.stores = workspace.scratchStores();
        this.service = new BackupService(
                new BackupSource(
                        workspace.live(),
                        media,
                        folder.resolve("vaults"),
                        folder.resolve("cache").resolve("backup")),
                workspace.backups(),
                new BackupFile(folder.resolve("backup")),
                clock,
                ids);
    }

    SiteRepository sites() {
        return workspace.sites();
    }

    void setUp(BlobStore place) {
        BackupSettings unused = service.setUp(new UUID(7, 7), user, place, vault);
    }

    MemoryBlobs memory() {
        return new MemoryBlobs(clock);
    }

    Sent send(BlobStore place, Sender.Wish wish) {
        return service.backUp(place, wish, BackupService.Maker.SCHEDULE, Progress.NONE, new CancelToken());
    }

    Reading reading(BlobStore place) {
        return Reading.open(place, BackupService.key(vault), service.temporary());
    }

    Site addSite(int pages) {
        Site site = maker.bakery(pages);
        sites().create(site, change("New site"));
        return site;
    }

    Change change(String label) {
        return new Change(user, label);
    }

    /// Does one thing that a person does.
    void edit() {
        List<org.sitewright.site.SiteListing> all = sites().list(user);
        int dice = random.nextInt(20);
        if (all.isEmpty() || (dice == 0 && all.size() < 6)) {
            Site unused = addSite(1 + random.nextInt(3));
        } else if (dice <= 2) {
            Site site = sites().find(all.get(random.nextInt(all.size())).id()).orElseThrow();
            addMedia(site.id(), random.nextInt(4000));
        } else if (dice == 3 && all.size() > 2) {
            sites().delete(all.get(random.nextInt(all.size())).id(), change("Delete"));
        } else {
            Site site = sites().find(all.get(random.nextInt(all.size())).id()).orElseThrow();
            List<org.sitewright.site.Page> pages = new java.util.ArrayList<>(site.pages());
            pages.add(maker.page("Page " + random.nextInt(1_000_000)));
            Site after = site.withPages(pages.size() < 5 ? pages : pages.subList(1, pages.size()));
            sites().save(after, change("Name of the site"));
        }
    }

    MediaId addMedia(SiteId site, int size) {
        byte[] bytes = new byte[size + 1];
        random.nextBytes(bytes);
        MediaId id = media.put(new ByteArrayInputStream(bytes));
        MediaItem unused = library.add(
                new MediaItem(site, id, "file.bin", "image/png", 0, 0, "", bytes.length, clock.instant(), Focal.CENTRE),
                change("Add a picture"));
        return id;
    }

    /// All rows as they are, but for those that backups themselves write.
    Map<String, String> rows() {
        return rows(workspace.live());
    }

    static Map<String, String> rows(LiveStore live) {
        Map<String, String> rows = new TreeMap<>(Digests.of(live).rows());
        return rows;
    }

    /// Every file of a place, to be put back or compared.
    static Map<String, byte[]> copy(BlobStore place) {
        Map<String, byte[]> copy = new TreeMap<>();
        for (BlobStore.Blob blob : place.list("")) {
            try (var in = place.open(blob.name())) {
                copy.put(blob.name(), in.readAllBytes());
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
        return copy;
    }

    Path scratch(String name) {
        return folder.resolveSibling(folder.getFileName() + "-" + name);
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        workspace.close();
    }
}
