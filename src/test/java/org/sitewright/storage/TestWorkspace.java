package org.sitewright.storage;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.sitewright.backup.BackupRepository;
import org.sitewright.backup.LiveStore;
import org.sitewright.backup.ScratchStores;
import org.sitewright.journal.Journal;
import org.sitewright.media.MediaLibrary;
import org.sitewright.media.MediaStore;
import org.sitewright.site.Ids;
import org.sitewright.site.MediaId;
import org.sitewright.site.SiteRepository;
import org.sitewright.site.UserId;
import org.sitewright.work.CancelToken;

/// A real store with one account, for tests of what stands on it.
public final class TestWorkspace implements AutoCloseable {
    public static final UserId USER = OpenStore.USER;

    private final Path folder;
    private final Store store;
    private final Clock clock;
    private final Ids ids;

    public TestWorkspace(Path folder, Clock clock, Ids ids) {
        this.folder = folder;
        this.clock = clock;
        this.ids = ids;
        store = StoreOpening.open(folder, clock, ids);
        new StoredAccounts(store).add(OpenStore.account(USER, "ada@example.org"));
    }

    public LiveStore live() {
        return new StoreCopy(store);
    }

    public SiteRepository sites() {
        return new StoredSites(store);
    }

    public MediaLibrary media() {
        return new StoredMedia(store);
    }

    public BackupRepository backups() {
        return new StoredBackups(store);
    }

    public ScratchStores scratchStores() {
        return new StoresFromBackups(clock, ids);
    }

    /// The same, with databases that are written through a disk of a test.
    ///
    /// @param scheme see [org.sitewright.fixture.DatabaseFiles#through]
    public ScratchStores scratchStores(String scheme) {
        return new StoresFromBackups(clock, ids, new Database.Access(scheme, UnaryOperator.identity()));
    }

    /// Which media something of late names.
    public Set<MediaId> named(MediaStore store, Instant since, long shipped) {
        StoredHistory history =
                new StoredHistory(this.store, folder.resolve("cache").resolve("journal"));
        return new MediaUse(this.store, history, store).named(since, shipped, new CancelToken());
    }

    /// How many bytes the newest change has in the journal, without the head of its record.
    public int bytesOfNewestChange() {
        Journal journal = store.journal();
        return journal.records(journal.lastSequence() - 1, Long.MAX_VALUE)
                .getFirst()
                .payload()
                .length;
    }

    public List<String> verify() {
        return store.verify();
    }

    @Override
    public void close() {
        store.close();
    }
}
