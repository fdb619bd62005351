package org.sitewright.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.sitewright.adapter.s3.S3Blobs;
import org.sitewright.backup.AgeIdentity;
import org.sitewright.backup.BackupFile;
import org.sitewright.backup.BackupService;
import org.sitewright.backup.BackupSource;
import org.sitewright.backup.Choice;
import org.sitewright.backup.Reading;
import org.sitewright.backup.Restore;
import org.sitewright.backup.Sender;
import org.sitewright.backup.Sent;
import org.sitewright.fixture.SomeSite;
import org.sitewright.media.FolderMediaStore;
import org.sitewright.media.MediaItem;
import org.sitewright.secret.MemoryVault;
import org.sitewright.site.Ids;
import org.sitewright.site.MediaId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.storage.TestWorkspace;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// Backs media and 1,000 pages up to a loopback S3 server, again with nothing and with one page changed, and brings
/// them back; beside it `restic backup` and `rclone copy` of the same bytes to and from the same server, where those
/// commands are installed. `-Dbench.megabytes=1000` says how much. Bringing back and copying take turns, and the
/// median of each counts: how long one such copy takes varies by half. Then one backup and one restore in a Java
/// that has 256 MB for itself and them together.
public final class BackupBench {
    private static final int MEGABYTES = Integer.getInteger("bench.megabytes", 256);
    private static final int FILE = 2 << 20;
    private static final int WARM = 100;
    private static final int ROUNDS = 5;
    private static final int HEAP = 192;
    private static final int BESIDE = 64;

    private final Path folder;
    private final ServerProcess server;

    private BackupBench(Path folder, ServerProcess server) {
        this.folder = folder;
        this.server = server;
    }

    /// Seconds.
    ///
    /// @param durable what the disk needs after the download until it has it, which a restore of ours waits for
    private record Figures(
            double all, double nothing, double onePage, double back, double restic, double rclone, double durable) {
        /// Whether the limits were kept, as far as they could be measured.
        boolean isKept() {
            return (Double.isNaN(restic) || all <= restic)
                    && onePage <= all * 0.1
                    && (Double.isNaN(rclone) || back <= rclone * 1.5);
        }

        void print(String which) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d MB of media and 1,000 pages: backup %.2f s, nothing changed %.2f s, one page %.2f s,"
                            + " restore %.2f s; restic backup %.2f s, rclone download %.2f s and %.2f s until it is on the disk%n",
                    which,
                    MEGABYTES,
                    all,
                    nothing,
                    onePage,
                    back,
                    restic,
                    rclone,
                    durable);
            System.out.printf(
                    Locale.ROOT,
                    "ratios: backup / restic %.2f (at most 1), one page / backup %.2f (at most 0.1), restore / rclone"
                            + " %.2f (at most 1.5), restore / rclone and the disk %.2f%n",
                    all / restic,
                    onePage / all,
                    back / rclone,
                    back / (rclone + durable));
        }
    }

    /// The first round is that of a program just started, against a server just started; the second is what counts,
    /// since the program has been running when it backs up.
    ///
    /// @return whether the limits were kept, as far as they could be measured
    static boolean run() throws Exception {
        Figures figures = null;
        for (String which : List.of("just started", "warm")) {
            Path folder = Files.createTempDirectory("backup-bench");
            try (ServerProcess server = ServerProcess.start("ours", "restic", "warm")) {
                warmUp(server, folder);
                figures = new BackupBench(folder, server).measure(figures == null ? 1 : ROUNDS);
                figures.print(which);
            } finally {
                BuildBench.delete(folder);
            }
        }
        boolean fits = Benchmarks.java(
                BackupBench.class,
                List.of(
                        "-Xmx" + HEAP + "m",
                        "-XX:MaxDirectMemorySize=" + BESIDE + "m",
                        "-Dbench.megabytes=" + MEGABYTES));
        System.out.printf(
                "backup and restore of %,d MB %s into %d MB of heap and %d MB beside it%n",
                MEGABYTES, fits ? "fit" : "do not fit", HEAP, BESIDE);
        return fits && figures != null && figures.isKept();
    }

    /// The Java with little memory: backs up and brings back once.
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("backup-bench");
        try (ServerProcess server = ServerProcess.start("ours")) {
            new BackupBench(folder, server).once();
        } finally {
            BuildBench.delete(folder);
        }
    }

    private void once() throws Exception {
        Ids ids = new Ids(new Random(1));
        MemoryVault vault = new MemoryVault();
        try (TestWorkspace workspace = new TestWorkspace(folder.resolve("data"), Clock.systemUTC(), ids);
                S3Blobs place = place()) {
            Site unused = fill(workspace, folder.resolve("data"));
            System.out.printf(
                    Locale.ROOT,
                    "with little memory: backup %.2f s, restore %.2f s%n",
                    backUp(service(workspace, ids, place, vault), place),
                    restore(workspace, place, vault));
        }
    }

    /// Neither side shall pay for the start of the server.
    private static void warmUp(ServerProcess server, Path folder) throws Exception {
        Path some = Files.createDirectories(folder.resolve("some"));
        byte[] bytes = new byte[FILE];
        for (int i = 0; i < WARM; i++) {
            new Random(i).nextBytes(bytes);
            Files.write(some.resolve(i + ".bin"), bytes);
        }
        double unused = server.time(folder, List.of("rclone", "copy", some.toString(), server.rclone("warm")));
        unused += server.time(
                folder,
                List.of(
                        "rclone",
                        "copy",
                        server.rclone("warm"),
                        some.resolve("b").toString()));
        BuildBench.delete(some);
    }

    private Figures measure(int rounds) throws Exception {
        Ids ids = new Ids(new Random(1));
        Path data = folder.resolve("data");
        MemoryVault vault = new MemoryVault();
        try (TestWorkspace workspace = new TestWorkspace(data, Clock.systemUTC(), ids);
                S3Blobs place = place()) {
            Site site = fill(workspace, data);
            BackupService service = service(workspace, ids, place, vault);
            BuildBench.settle();
            double all = backUp(service, place);
            double nothing = backUp(service, place);
            workspace
                    .sites()
                    .save(
                            site.withPages(site.pages().subList(1, site.pages().size())),
                            new Change(TestWorkspace.USER, "One page"));
            double onePage = backUp(service, place);
            BuildBench.settle();
            double restic = restic(data);
            double[] back = new double[rounds];
            double[] rclone = new double[rounds];
            double[] durable = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                BuildBench.settle();
                back[round] = restore(workspace, place, vault);
                BuildBench.delete(folder.resolve("back"));
                BuildBench.settle();
                rclone[round] = rclone();
                durable[round] = onTheDisk();
                System.out.printf(
                        Locale.ROOT,
                        "rclone download %.2f s, %.2f s more to the disk%n",
                        rclone[round],
                        durable[round]);
                BuildBench.delete(folder.resolve("rclone"));
            }
            return new Figures(
                    all,
                    nothing,
                    onePage,
                    Benchmarks.median(back),
                    restic,
                    Benchmarks.median(rclone),
                    Benchmarks.median(durable));
        }
    }

    private BackupService service(TestWorkspace workspace, Ids ids, S3Blobs place, MemoryVault vault) {
        Path data = folder.resolve("data");
        BackupService service = new BackupService(
                new BackupSource(
                        workspace.live(),
                        new FolderMediaStore(data.resolve("media")),
                        data.resolve("vaults"),
                        folder.resolve("temporary")),
                workspace.backups(),
                new BackupFile(data.resolve("backup")),
                Clock.systemUTC(),
                ids);
        service.setUp(new UUID(1, 1), TestWorkspace.USER, place, vault);
        return service;
    }

    private double restore(TestWorkspace workspace, S3Blobs place, MemoryVault vault) {
        double ours = Benchmarks.cpu(ProcessHandle.current());
        double servers = server.cpu();
        long start = System.nanoTime();
        try (AgeIdentity key = BackupService.key(vault);
                Reading reading = Reading.open(place, key, folder.resolve("reading"))) {
            new Restore(reading, workspace.scratchStores())
                    .workspace(folder.resolve("back"), Choice.NEWEST, Progress.NONE, new CancelToken());
        }
        double seconds = Benchmarks.seconds(start);
        System.out.printf(
                Locale.ROOT,
                "restore: %.2f s of processor here and %.2f s in the server within %.2f s%n",
                Benchmarks.cpu(ProcessHandle.current()) - ours,
                server.cpu() - servers,
                seconds);
        return seconds;
    }

    private S3Blobs place() {
        return new S3Blobs(server.settings("ours"), server::key);
    }

    private static Site fill(TestWorkspace workspace, Path data) {
        Site site = new SomeSite(1, TestWorkspace.USER).bakery(1_000);
        Change change = new Change(TestWorkspace.USER, "Made");
        workspace.sites().create(site, change);
        FolderMediaStore media = new FolderMediaStore(data.resolve("media"));
        Random random = new Random(2);
        byte[] bytes = new byte[FILE];
        for (int i = 0; i < MEGABYTES * (1 << 20) / FILE; i++) {
            random.nextBytes(bytes);
            MediaId id = media.put(new ByteArrayInputStream(bytes));
            workspace
                    .media()
                    .add(
                            new MediaItem(
                                    site.id(),
                                    id,
                                    i + ".jpg",
                                    "image/jpeg",
                                    1,
                                    1,
                                    "",
                                    FILE,
                                    Clock.systemUTC().instant()),
                            change);
        }
        return site;
    }

    private static double backUp(BackupService service, S3Blobs place) {
        long start = System.nanoTime();
        Sent sent = service.backUp(
                place, Sender.Wish.SNAPSHOT, BackupService.Maker.SCHEDULE, Progress.NONE, new CancelToken());
        System.out.printf(Locale.ROOT, "sent %d files, %,d bytes%n", sent.files(), sent.bytes());
        return Benchmarks.seconds(start);
    }

    private double restic(Path data) throws IOException, InterruptedException {
        String repository = "s3:" + server.endpoint() + "/restic/r";
        server.time(folder, List.of("restic", "init", "-q", "-r", repository));
        return server.time(folder, List.of("restic", "backup", "-q", "-r", repository, data.toString()));
    }

    private double onTheDisk() throws IOException, InterruptedException {
        return server.time(
                folder, List.of("sync", "-f", folder.resolve("rclone").toString()));
    }

    private double rclone() throws IOException, InterruptedException {
        return server.time(
                folder,
                List.of(
                        "rclone",
                        "copy",
                        "--transfers",
                        "16",
                        server.rclone("ours"),
                        folder.resolve("rclone").toString()));
    }
}
