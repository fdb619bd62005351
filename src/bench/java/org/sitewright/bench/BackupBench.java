package org.sitewright.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.sitewright.fixture.S3Server;
import org.sitewright.fixture.SomeSite;
import org.sitewright.media.FolderMediaStore;
import org.sitewright.media.MediaItem;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.TargetSettings;
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
/// commands are installed. `-Dbench.megabytes=1000` says how much.
public final class BackupBench {
    private static final int MEGABYTES = Integer.getInteger("bench.megabytes", 256);
    private static final int FILE = 2 << 20;

    private final Path folder;
    private final S3Server server;

    private BackupBench(Path folder, S3Server server) {
        this.folder = folder;
        this.server = server;
    }

    /// @return whether the limits were kept, as far as they could be measured
    static boolean run() throws Exception {
        Path folder = Files.createTempDirectory("backup-bench");
        try (S3Server server = S3Server.start(0)) {
            server.createBucket("ours");
            server.createBucket("restic");
            return new BackupBench(folder, server).measure();
        } finally {
            remove(folder);
        }
    }

    private boolean measure() throws Exception {
        Ids ids = new Ids(new Random(1));
        Path data = folder.resolve("data");
        MemoryVault vault = new MemoryVault();
        try (TestWorkspace workspace = new TestWorkspace(data, Clock.systemUTC(), ids);
                S3Blobs place = place()) {
            Site site = fill(workspace, data);
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
            double all = backUp(service, place);
            double nothing = backUp(service, place);
            workspace
                    .sites()
                    .save(
                            site.withPages(site.pages().subList(1, site.pages().size())),
                            new Change(TestWorkspace.USER, "One page"));
            double onePage = backUp(service, place);
            double restic = restic(data.resolve("media"));
            double back;
            long start = System.nanoTime();
            try (AgeIdentity key = BackupService.key(vault);
                    Reading reading = Reading.open(place, key, folder.resolve("reading"))) {
                new Restore(reading, workspace.scratchStores())
                        .workspace(folder.resolve("back"), Choice.NEWEST, Progress.NONE, new CancelToken());
            }
            back = seconds(start);
            double rclone = rclone();
            System.out.printf(
                    Locale.ROOT,
                    "%,d MB of media and 1,000 pages: backup %.2f s, nothing changed %.2f s, one page %.2f s, restore"
                            + " %.2f s; restic backup %.2f s, rclone download %.2f s%n",
                    MEGABYTES,
                    all,
                    nothing,
                    onePage,
                    back,
                    restic,
                    rclone);
            System.out.printf(
                    Locale.ROOT,
                    "ratios: backup / restic %.2f (at most 1), one page / backup %.2f (at most 0.1), restore / rclone"
                            + " %.2f (at most 1.5)%n",
                    all / restic,
                    onePage / all,
                    back / rclone);
            return (Double.isNaN(restic) || all <= restic) && onePage <= all * 0.1;
        }
    }

    private S3Blobs place() {
        return new S3Blobs(
                new TargetSettings.S3(
                        server.endpoint(), S3Server.REGION, "ours", "", true, "", TargetSettings.Support.FULL),
                () -> new AccessKey(S3Server.KEY_ID, S3Server.SECRET));
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
        return seconds(start);
    }

    /// Not a number where the command is not installed.
    private double restic(Path media) throws IOException, InterruptedException {
        String repository = "s3:" + server.endpoint() + "/restic/r";
        if (run(List.of("restic", "init", "-q", "-r", repository)) != 0) {
            return Double.NaN;
        }
        long start = System.nanoTime();
        int code = run(List.of("restic", "backup", "-q", "-r", repository, media.toString()));
        return code == 0 ? seconds(start) : Double.NaN;
    }

    private double rclone() throws IOException, InterruptedException {
        long start = System.nanoTime();
        int code = run(List.of(
                "rclone",
                "copy",
                ":s3,provider=Other,env_auth=true,endpoint='" + server.endpoint() + "':ours",
                folder.resolve("rclone").toString()));
        return code == 0 ? seconds(start) : Double.NaN;
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment()
                    .putAll(Map.of(
                            "AWS_ACCESS_KEY_ID",
                            S3Server.KEY_ID,
                            "AWS_SECRET_ACCESS_KEY",
                            S3Server.SECRET,
                            "RESTIC_PASSWORD",
                            "bench",
                            "RESTIC_CACHE_DIR",
                            folder.resolve("restic-cache").toString()));
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                System.out.println(command.getFirst() + " ended with " + code + ": " + said.strip());
            }
            return code;
        } catch (IOException notInstalled) {
            System.out.println(command.getFirst() + " is not installed");
            return -1;
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
