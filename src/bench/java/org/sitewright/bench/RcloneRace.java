package org.sitewright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.sitewright.adapter.s3.S3Target;
import org.sitewright.publish.MemoryDeployments;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.Publisher;
import org.sitewright.publish.TestSites;
import org.sitewright.publish.WatchedTarget;
import org.sitewright.render.Bytes;
import org.sitewright.render.CacheControl;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;
import org.sitewright.site.Ids;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// The same files published by us and copied by `rclone` to one S3 server in a process of its own: at first, with ten
/// of them changed, and with none.
///
/// rclone comes compiled; a Java program and a Java server compile themselves while they work. So the server is warmed
/// up by rclone at first, and then some rounds are run that do not count. The first of them is what a program just
/// started needs.
final class RcloneRace {
    private static final int ROUNDS = 5;
    private static final int WARM_UPS = 10;
    private static final int LARGE_ROUNDS = 3;
    private static final int LARGE_WARM_UPS = 1;
    private static final int COPIES = 4;
    private static final int BUCKETS = COPIES + 2 * (ROUNDS + WARM_UPS + LARGE_ROUNDS + LARGE_WARM_UPS);

    private final Path folder;
    private final ServerProcess server;
    private final MemoryDeployments deployments = new MemoryDeployments();
    private int buckets;

    private RcloneRace(Path folder, ServerProcess server) {
        this.folder = folder;
        this.server = server;
    }

    /// Seconds: all files, ten changed, none changed.
    private record Times(double all, double ten, double none) {
        void print(String which, String who, int files, long size) {
            System.out.printf(
                    Locale.ROOT,
                    "%s%s, %,d × %,d bytes: all %.2f s, ten changed %.2f s, none %.2f s%n",
                    which,
                    who,
                    files,
                    size,
                    all,
                    ten,
                    none);
        }
    }

    /// @return whether the limits were kept, as far as they could be measured
    static boolean run() throws Exception {
        Path folder = Files.createTempDirectory("publish-bench");
        try (ServerProcess server = ServerProcess.start(names())) {
            RcloneRace race = new RcloneRace(folder, server);
            race.warmUpTheServer();
            double small = race.race(1_000, 8_192, WARM_UPS, ROUNDS);
            double large = race.race(20, 50_000_000, LARGE_WARM_UPS, LARGE_ROUNDS);
            return (Double.isNaN(small) || small <= 0.5) && (Double.isNaN(large) || large <= 1);
        } finally {
            BuildBench.delete(folder);
        }
    }

    private static String[] names() {
        return IntStream.range(0, BUCKETS).mapToObj(number -> "race-" + number).toArray(String[]::new);
    }

    private String nextBucket() {
        return "race-" + buckets++;
    }

    private void warmUpTheServer() throws Exception {
        Path site = folder.resolve("warm-up");
        write(site, 1_000, 8_192, 0);
        for (int i = 0; i < COPIES; i++) {
            double unused = rclone(site, nextBucket());
        }
        BuildBench.delete(site);
    }

    /// @return the ratio of the first publish
    private double race(int files, int size, int warmUps, int rounds) throws Exception {
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        double[] ourTen = new double[rounds];
        double[] theirTen = new double[rounds];
        for (int round = -warmUps; round < rounds; round++) {
            Path site = folder.resolve("site" + buckets);
            write(site, files, size, round + warmUps);
            String bucket = nextBucket();
            String other = nextBucket();
            OutputTree tree = tree(site);
            double all = publish(bucket, tree, files);
            double copied = rclone(site, other);
            for (int i = 0; i < 10; i++) {
                fill(file(site, i), size, 1_000_000L + round * 100L + i);
            }
            OutputTree changed = tree(site);
            Times us = new Times(all, publish(bucket, changed, 10), publish(bucket, changed, 0));
            Times them = new Times(copied, rclone(site, other), rclone(site, other));
            us.print(round < 0 ? "to warm up: " : "", "ours", files, size);
            them.print(round < 0 ? "to warm up: " : "", "rclone", files, size);
            if (round >= 0) {
                ours[round] = us.all;
                theirs[round] = them.all;
                ourTen[round] = us.ten;
                theirTen[round] = them.ten;
            }
            BuildBench.delete(site);
            forget(bucket);
            forget(other);
        }
        double ratio = Benchmarks.median(ours) / Benchmarks.median(theirs);
        System.out.printf(
                Locale.ROOT,
                "ratios to rclone: all %.2f, ten changed %.2f (at most 1)%n",
                ratio,
                Benchmarks.median(ourTen) / Benchmarks.median(theirTen));
        return ratio;
    }

    /// The server keeps everything in memory.
    private void forget(String bucket) throws Exception {
        double unused = server.time(folder, List.of("rclone", "purge", server.rclone(bucket)));
    }

    private double publish(String bucket, OutputTree tree, int expected) throws Exception {
        Publisher publisher = new Publisher(deployments, Clock.systemUTC(), new Ids(new Random(buckets)), "bench");
        long start = System.nanoTime();
        try (WatchedTarget target = new WatchedTarget(new S3Target(server.settings(bucket), server::key))) {
            PublishResult result = publisher
                    .publish(TestSites.request(tree, Consent.NONE), target)
                    .run(Progress.NONE, new CancelToken());
            if (result instanceof PublishResult.Refused refused) {
                throw new IllegalStateException(refused.failure().happened());
            }
            if (expected == 0 && !target.puts().isEmpty()) {
                throw new IllegalStateException("sent for nothing: " + target.puts());
            }
        }
        return Benchmarks.seconds(start);
    }

    private double rclone(Path site, String bucket) throws IOException, InterruptedException {
        return server.time(
                folder,
                List.of(
                        "rclone",
                        "copy",
                        "--checksum",
                        "--fast-list",
                        "--transfers",
                        "16",
                        site.toString(),
                        server.rclone(bucket)));
    }

    private static void write(Path site, int files, int size, int round) throws IOException {
        for (int i = 0; i < files; i++) {
            fill(file(site, i), size, round * 10_000L + i);
        }
    }

    private static void fill(Path file, int size, long seed) throws IOException {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, bytes);
    }

    private static Path file(Path site, int number) {
        return site.resolve("p" + number).resolve("index.html");
    }

    private static OutputTree tree(Path site) throws IOException {
        List<OutputFile> files = new ArrayList<>();
        try (var all = Files.walk(site)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.add(OutputFile.of(
                        site.relativize(file).toString().replace('\\', '/'),
                        "text/html; charset=utf-8",
                        CacheControl.REVALIDATE,
                        Bytes.of(file)));
            }
        }
        return OutputTree.of(files);
    }
}
