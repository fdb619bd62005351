package org.sitewright.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sitewright.accounts.AccountRepository;
import org.sitewright.accounts.Accounts;
import org.sitewright.adapter.keychain.SystemKeychain;
import org.sitewright.adapter.web.HttpVisitor;
import org.sitewright.adapter.web.NetworkOutside;
import org.sitewright.archive.ArchivedMoment;
import org.sitewright.archive.SiteArchive;
import org.sitewright.backup.BackupFile;
import org.sitewright.backup.BackupService;
import org.sitewright.backup.BackupSource;
import org.sitewright.backup.ScratchStores;
import org.sitewright.history.Bin;
import org.sitewright.history.Moment;
import org.sitewright.history.SiteHistory;
import org.sitewright.journal.AuditLog;
import org.sitewright.journal.JournalVerdict;
import org.sitewright.library.Catalogue;
import org.sitewright.library.component.ComponentLibrary;
import org.sitewright.library.component.ShippedComponents;
import org.sitewright.media.CanvasPictures;
import org.sitewright.media.FolderMediaStore;
import org.sitewright.media.ImageVariants;
import org.sitewright.media.MediaCrop;
import org.sitewright.media.MediaImport;
import org.sitewright.media.MediaLibrary;
import org.sitewright.media.MediaStore;
import org.sitewright.media.MediaSweep;
import org.sitewright.media.MediaThumbnails;
import org.sitewright.media.PictureColors;
import org.sitewright.publish.DeploymentRepository;
import org.sitewright.publish.DuePublishes;
import org.sitewright.publish.PublishByItself;
import org.sitewright.publish.PublishTargets;
import org.sitewright.publish.PublishTurns;
import org.sitewright.publish.Publisher;
import org.sitewright.publish.ScheduleRepository;
import org.sitewright.publish.SiteBuilds;
import org.sitewright.publish.TargetRepository;
import org.sitewright.publish.address.AddressCheck;
import org.sitewright.render.FolderBuildRecords;
import org.sitewright.render.FolderBuildStore;
import org.sitewright.render.MediaPictures;
import org.sitewright.render.OutputFolder;
import org.sitewright.render.SiteRenderer;
import org.sitewright.render.WrittenFolders;
import org.sitewright.secret.Keychain;
import org.sitewright.secret.SecretVault;
import org.sitewright.site.Ids;
import org.sitewright.site.Site;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteRepository;
import org.sitewright.site.UserId;
import org.sitewright.storage.DataFolderLock;
import org.sitewright.storage.MediaUse;
import org.sitewright.storage.Store;
import org.sitewright.storage.StoreCopy;
import org.sitewright.storage.StoreOpening;
import org.sitewright.storage.StoredAccounts;
import org.sitewright.storage.StoredAuditLog;
import org.sitewright.storage.StoredBackups;
import org.sitewright.storage.StoredBin;
import org.sitewright.storage.StoredComponents;
import org.sitewright.storage.StoredDeployments;
import org.sitewright.storage.StoredHistory;
import org.sitewright.storage.StoredMedia;
import org.sitewright.storage.StoredSchedules;
import org.sitewright.storage.StoredSiteMoments;
import org.sitewright.storage.StoredSites;
import org.sitewright.storage.StoredTargets;
import org.sitewright.storage.StoresFromBackups;
import org.sitewright.ui.media.MediaPorts;
import org.sitewright.work.CancelToken;
import org.sitewright.work.FixedPool;

/// An open data folder with everything that works on it. The window and the command line both stand on this.
///
/// The folder holds `lock`, `installation`, `database/`, `journal/`, `media/`, `vaults/`, `backup/`, and
/// `cache/`, which may be deleted at any time.
public final class Workspace implements AutoCloseable {
    private static final int PICTURES_AT_ONCE = 2;

    private final Path folder;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Ids ids = new Ids(random);
    private final DataFolderLock lock;
    private final Store store;
    private final StoredSites sites;
    private final StoredHistory history;
    private final Catalogue catalogue;
    private final Keychain keychain;
    private final FixedPool pictures = new FixedPool(PICTURES_AT_ONCE, "pictures");
    private final FolderMediaStore mediaStore;
    private final CanvasPictures canvasPictures;
    private final MediaThumbnails thumbnails;
    private final SiteRenderer renderer;
    private final WrittenFolders writtenFolders;
    private final ComponentLibrary components;
    private final BackupService backups;
    private final PublishTurns turns = new PublishTurns();

    private Workspace(Path folder, Clock clock, DataFolderLock lock, Catalogue catalogue, Keychain keychain) {
        this.keychain = keychain;
        this.folder = folder;
        this.clock = clock;
        this.lock = lock;
        this.catalogue = catalogue;
        this.store = StoreOpening.open(folder, clock, ids);
        this.sites = new StoredSites(store);
        this.history = new StoredHistory(store, folder.resolve("cache").resolve("journal"));
        this.components = new ComponentLibrary(
                ShippedComponents.read(catalogue.folder()), new StoredComponents(store), sites, ids, clock);
        this.mediaStore = new FolderMediaStore(folder.resolve("media"));
        this.backups = new BackupService(
                new BackupSource(
                        new StoreCopy(store),
                        mediaStore,
                        folder.resolve("vaults"),
                        folder.resolve("cache").resolve("backup")),
                new StoredBackups(store),
                new BackupFile(folder.resolve("backup")),
                clock,
                ids);
        this.canvasPictures = new CanvasPictures(mediaStore, folder.resolve("cache"), pictures);
        this.thumbnails = new MediaThumbnails(mediaStore, folder.resolve("cache"), pictures);
        this.writtenFolders = new WrittenFolders(folder.resolve("cache").resolve("folders"));
        this.renderer = new SiteRenderer(
                catalogue,
                new MediaPictures(mediaStore, new ImageVariants(mediaStore, folder.resolve("cache"), pictures)),
                new FolderBuildRecords(folder.resolve("cache").resolve("builds"), ProgramStamp.of(catalogue.folder())),
                new FolderBuildStore(folder.resolve("cache").resolve("cards")));
    }

    /// Opens a data folder, making it when it is missing.
    ///
    /// @throws DataFolderLock.AlreadyOpen when another process has it open
    /// @throws org.sitewright.work.Problem when it cannot be opened
    public static Workspace open(Path folder, Path assets, Clock clock) {
        return open(folder, assets, clock, new SystemKeychain());
    }

    /// The same with another keychain than the computer's.
    public static Workspace open(Path folder, Path assets, Clock clock, Keychain keychain) {
        DataFolderLock lock = DataFolderLock.acquire(folder);
        try {
            return new Workspace(folder, clock, lock, Catalogue.read(assets), keychain);
        } catch (RuntimeException fault) {
            lock.close();
            throw fault;
        }
    }

    /// What opening found and repaired, in words for the person; usually nothing.
    public List<String> notes() {
        return store.notes();
    }

    public Clock clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public SiteRepository sites() {
        return sites;
    }

    public Accounts accounts() {
        return new Accounts(accountRepository(), clock, ids, random);
    }

    /// What accounts are called, by their ids.
    public Map<String, String> people() {
        return accounts().list().stream()
                .collect(Collectors.toMap(account -> account.id().toString(), account -> account.profile()
                        .name()));
    }

    AccountRepository accountRepository() {
        return new StoredAccounts(store);
    }

    public MediaStore mediaStore() {
        return mediaStore;
    }

    /// Pictures as a web view of the program shows them.
    public PictureColors pictureColors() {
        return new PictureColors(mediaStore, pictures);
    }

    public CanvasPictures canvasPictures() {
        return canvasPictures;
    }

    public MediaLibrary mediaLibrary() {
        return new StoredMedia(store);
    }

    public MediaImport mediaImport() {
        return new MediaImport(mediaStore, mediaLibrary(), pictures, clock);
    }

    /// What media screens work on.
    MediaPorts mediaPorts(MediaPorts.Drawings drawings) {
        return new MediaPorts(
                sites,
                mediaLibrary(),
                new MediaPorts.Bytes(
                        mediaStore,
                        mediaImport(),
                        thumbnails,
                        new MediaCrop(mediaStore, mediaLibrary(), pictures, clock)),
                drawings,
                clock);
    }

    public SiteRenderer renderer() {
        return renderer;
    }

    /// A folder that builds are written into, with what is remembered of it.
    public OutputFolder outputFolder(Path out) {
        return new OutputFolder(out, writtenFolders);
    }

    public TargetRepository targets() {
        return new StoredTargets(store);
    }

    public DeploymentRepository deployments() {
        return new StoredDeployments(store);
    }

    /// Builds sites as they are saved now or as they were at a moment.
    public SiteBuilds siteBuilds() {
        return new SiteBuilds(new StoredSiteMoments(store, sites, history), renderer);
    }

    /// @throws org.sitewright.work.Problem when the data folder cannot be written
    public Publisher publisher() {
        return new Publisher(deployments(), clock, ids, Installation.of(folder, ids), new HttpVisitor(), turns);
    }

    /// Publishes that a time was chosen for.
    public ScheduleRepository schedules() {
        return new StoredSchedules(store);
    }

    /// Does them when their time has come.
    ///
    /// @param grace how much later than its time a publish still counts as being in time
    public DuePublishes duePublishes(PublishTargets open, Duration grace) {
        return new DuePublishes(
                schedules(), new PublishByItself(siteBuilds(), sites, targets(), open, publisher()), clock, grace);
    }

    public AddressCheck addresses() {
        return new AddressCheck(new NetworkOutside(clock), clock);
    }

    /// Opens targets with the secrets of a vault, which is asked for only when one is needed.
    public PublishTargets openTargets(Supplier<SecretVault> vault) {
        return new OpenTargets(vault, OpenTargets.Files.in(folder), clock, ids);
    }

    public Vaults vaults() {
        return new Vaults(folder.resolve("vaults"), random, keychain);
    }

    /// The components that accounts can use.
    public ComponentLibrary components() {
        return components;
    }

    /// The past of sites.
    public SiteHistory history() {
        return history;
    }

    /// What was deleted lately.
    public Bin bin() {
        return new StoredBin(store, sites, history);
    }

    /// What the sites of an account are called, by their ids.
    Map<String, String> siteNames(UserId owner) {
        return sites.list(owner).stream()
                .collect(Collectors.toMap(site -> site.id().toString(), SiteListing::name));
    }

    public AuditLog auditLog() {
        return new StoredAuditLog(store);
    }

    /// Walks the chain of hashes that seals every change.
    public JournalVerdict checkChain() {
        return store.checkChain();
    }

    /// A site as a project file holds it.
    ///
    /// @param withHistory also as it was at each of its moments
    public SiteArchive archive(Site site, boolean withHistory) {
        return new SiteArchive(
                site,
                mediaLibrary().list(site.id()),
                history.moments(site.id()).stream()
                        .filter(Moment::isEdit)
                        .map(moment ->
                                new ArchivedMoment(moment.sequence(), moment.at(), moment.label(), Optional.empty()))
                        .toList(),
                moment -> withHistory ? history.at(site.id(), moment.sequence()) : Optional.empty());
    }

    /// Joins copies of one site that were changed apart.
    public SiteMerging merging() {
        return new SiteMerging(sites, history, siteMaker(), new CatalogueWords(catalogue));
    }

    public SiteMaker siteMaker() {
        return new SiteMaker(
                catalogue,
                new SiteMaker.Kept(sites, history, clock),
                new SiteMaker.Media(mediaStore, mediaLibrary(), mediaImport()),
                ids);
    }

    /// Makes stores out of backups.
    public ScratchStores scratchStores() {
        return new StoresFromBackups(clock, ids);
    }

    /// The same where no workspace is open.
    public static ScratchStores storesFromBackups(Clock clock) {
        return new StoresFromBackups(clock, new Ids(new SecureRandom()));
    }

    /// Backups of this workspace.
    public BackupService backups() {
        return backups;
    }

    /// What a proof of backups works with.
    public BackupService.Proving proving() {
        Path temporary = folder.resolve("cache").resolve("backup");
        return new BackupService.Proving(sites, scratchStores(), new BuildFingerprint(catalogue, temporary, pictures));
    }

    /// Lets go of pictures and files that no site shows any more, none of the last thirty days showed, and that no
    /// backup still waits for.
    public MediaSweep.Swept sweepMedia(CancelToken cancel) {
        MediaUse use = new MediaUse(store, history, mediaStore);
        long shipped = backups.settings().isEmpty()
                ? Long.MAX_VALUE - 1
                : backups.state().shipped();
        return new MediaSweep(mediaStore, folder.resolve("media").resolve("unnamed"), clock)
                .run(() -> use.named(clock.instant().minus(Bin.KEPT), shipped, cancel), cancel);
    }

    /// Whether the program was closed the last time, and did not just end.
    public boolean endedInOrder() {
        return store.endedInOrder();
    }

    /// Checks journal and database against each other.
    ///
    /// @return what is wrong, in words; empty when all is whole
    public List<String> verify() {
        return store.verify();
    }

    @Override
    public void close() {
        try (lock) {
            store.close();
        } finally {
            pictures.close();
        }
    }
}
