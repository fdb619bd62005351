package org.sitewright.bench;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.sitewright.adapter.s3.S3Target;
import org.sitewright.fixture.S3Server;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.MemoryDeployments;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Publisher;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TestSites;
import org.sitewright.publish.WatchedTarget;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;
import org.sitewright.site.Ids;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// Publishes 1,000 files of 8 KB to a real S3 server of this computer, against sending the same files one after the
/// other with the same client, then publishes the same again; and races `rclone` where it is installed.
public final class PublishBench {
    private static final int FILES = 1_000;
    private static final int SIZE = 8_192;
    private static final int ROUNDS = 5;

    private PublishBench() {}

    /// @return whether the limits were kept
    static boolean run() throws Exception {
        // First, since a program just started is one of its figures.
        boolean raced = RcloneRace.run();
        OutputTree tree = TestSites.many(FILES, SIZE);
        double[] plain = new double[ROUNDS];
        double[] published = new double[ROUNDS];
        int most = 0;
        int sentAgain = 0;
        try (S3Server server = S3Server.start(0)) {
            for (int round = 0; round < ROUNDS; round++) {
                plain[round] = oneAfterTheOther(server, "plain-" + round, tree);
                try (WatchedTarget target = new WatchedTarget(open(server, "site-" + round))) {
                    published[round] = publish(target, tree);
                    most = Math.max(most, target.mostAtOnce());
                    int steps = target.steps().size();
                    publish(target, tree);
                    sentAgain += target.steps().size() - steps;
                }
            }
        }
        double sequential = median(plain);
        double parallel = median(published);
        System.out.printf(
                Locale.ROOT,
                "publish of %,d × %,d bytes: %.2f s; one after the other: %.2f s; ratio %.2f%n",
                FILES,
                SIZE,
                parallel,
                sequential,
                parallel / sequential);
        System.out.printf("most files under way at once: %d (at least 16 wanted)%n", most);
        System.out.printf("objects sent by a publish with no change: %d (0 wanted)%n", sentAgain);
        return raced && most >= 16 && sentAgain == 0;
    }

    private static double oneAfterTheOther(S3Server server, String bucket, OutputTree tree) {
        try (PublishTarget target = open(server, bucket)) {
            long start = System.nanoTime();
            for (OutputFile file : tree.files().values()) {
                target.put(file);
            }
            return seconds(start);
        }
    }

    private static double publish(PublishTarget target, OutputTree tree) throws Exception {
        Publisher publisher =
                new Publisher(new MemoryDeployments(), Clock.systemUTC(), new Ids(new Random(1)), "bench");
        long start = System.nanoTime();
        PublishResult result =
                publisher.publish(TestSites.request(tree, Consent.NONE), target).run(Progress.NONE, new CancelToken());
        if (result instanceof PublishResult.Refused refused) {
            throw new IllegalStateException(refused.failure().happened());
        }
        return seconds(start);
    }

    private static PublishTarget open(S3Server server, String bucket) {
        server.createBucket(bucket);
        AccessKey key = new AccessKey(S3Server.KEY_ID, S3Server.SECRET);
        return new S3Target(
                new TargetSettings.S3(
                        server.endpoint(), S3Server.REGION, bucket, "", true, "", TargetSettings.Support.FULL),
                () -> key);
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[ROUNDS / 2];
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
