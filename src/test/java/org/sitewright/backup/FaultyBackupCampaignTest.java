package org.sitewright.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.adapter.s3.S3Blobs;
import org.sitewright.fixture.Campaign;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.fixture.FaultyHttp.Fault;
import org.sitewright.fixture.S3Server;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.TargetSettings;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// Faults of the network and the host while a backup is sent to a real S3 server: it completes or fails with a
/// message, and the next run completes; what then lies there is whole.
class FaultyBackupCampaignTest {
    /// A slow machine does fewer.
    private static final long ALLOWED_NANOS = 400_000_000;

    @TempDir
    Path temp;

    @Test
    @Timeout(180)
    void completesOrFailsCleanWhateverHappens() {
        long seed = Campaign.seed("faulty S3 for backups");
        Random random = new Random(seed);
        List<Fault> faults = Arrays.stream(Fault.values())
                .filter(fault -> fault != Fault.NONE)
                .toList();
        try (S3Server server = S3Server.start(0);
                FaultyHttp proxy = new FaultyHttp(server.port());
                S3Blobs faulty = open(proxy.endpoint());
                S3Blobs good = open(server.endpoint());
                BackupWorld world = new BackupWorld(temp.resolve("data"), seed)) {
            server.createBucket("campaign");
            world.edit();
            world.setUp(good);
            int schedules = Campaign.rounds(100, 1_700);
            long until = System.nanoTime() + schedules * ALLOWED_NANOS;
            int failed = 0;
            int done = 0;
            for (; done < schedules && System.nanoTime() < until; done++) {
                world.edit();
                int first = 1 + random.nextInt(5);
                int burst = 1 + random.nextInt(4) / 3 * 11;
                Fault fault = faults.get(done % faults.size());
                Sender.Wish wish = done % 3 == 0 ? Sender.Wish.SNAPSHOT : Sender.Wish.CHANGES;
                proxy.plan(number -> number >= first && number < first + burst ? fault : Fault.NONE);
                String label = "seed " + seed + ", schedule " + done + ", " + fault + " × " + burst + " at " + first;
                try {
                    Sent unused = world.send(faulty, wish);
                } catch (Problem told) {
                    assertThat(told.remedy()).as(label).isNotEmpty();
                    failed++;
                }
                proxy.plan(number -> Fault.NONE);
                Sent rerun = world.send(faulty, wish);
                assertThat(rerun.sequence()).as(label).isPositive();
            }
            world.send(good, Sender.Wish.SNAPSHOT);
            try (AgeIdentity key = BackupService.key(world.vault)) {
                assertThat(world.service
                                .checkAll(good, key, Progress.NONE, new CancelToken())
                                .damages())
                        .as("seed %d", seed)
                        .isEmpty();
            }
            Path folder = temp.resolve("back");
            try (Reading reading = world.reading(good)) {
                new Restore(reading, world.stores).store(folder, Choice.NEWEST, Progress.NONE, new CancelToken());
            }
            System.out.printf("%d schedules, %d failed at first, none for good%n", done, failed);
        }
    }

    private static S3Blobs open(String endpoint) {
        TargetSettings.S3 settings = new TargetSettings.S3(
                endpoint, S3Server.REGION, "campaign", "b", true, "", TargetSettings.Support.FULL);
        return new S3Blobs(settings, () -> new AccessKey(S3Server.KEY_ID, S3Server.SECRET));
    }
}
