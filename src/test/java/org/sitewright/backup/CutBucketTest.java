package org.sitewright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.adapter.s3.S3Blobs;
import org.sitewright.blob.BlobProblem;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.fixture.FaultyHttp.Fault;
import org.sitewright.fixture.S3Server;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.TargetSettings;
import org.sitewright.site.Site;
import org.sitewright.storage.TestWorkspace;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// The line to a real S3 server is cut with each request of a backup that also sends a large file in parts.
@Timeout(240)
class CutBucketTest {
    private static final int IN_PARTS = 17 << 20;
    private static final List<Fault> CUTS = List.of(Fault.SILENCE, Fault.LOST_REPLY, Fault.CUT_BODY);

    @TempDir
    Path temp;

    @Test
    void everyRequestOfABackup() throws IOException {
        try (S3Server server = S3Server.start(0);
                FaultyHttp line = new FaultyHttp(server.port());
                BackupWorld world = new BackupWorld(temp.resolve("data"), 9)) {
            server.createBucket("cut");
            Site site = world.addSite(1);
            world.addMedia(site.id(), IN_PARTS);
            int cut = 1;
            while (isCut(world, line, cut)) {
                cut++;
            }
            assertThat(cut).isGreaterThan(10);
            try (S3Blobs place = open(server.endpoint(), cut);
                    Reading reading = world.reading(place)) {
                Restored restored = new Restore(reading, world.stores)
                        .workspace(temp.resolve("back"), Choice.NEWEST, Progress.NONE, new CancelToken());
                assertThat(restored.files()).isEqualTo(1);
            }
        }
    }

    private boolean isCut(BackupWorld world, FaultyHttp line, int cut) throws IOException {
        Fault fault = CUTS.get(cut % CUTS.size());
        String label = fault + " at request " + cut;
        try (S3Blobs place = open(line.endpoint(), cut)) {
            BackupSettings settings = world.service.setUp(new UUID(8, cut), TestWorkspace.USER, place, world.vault);
            line.plan(number -> number >= cut ? fault : Fault.NONE);
            BlobProblem told = catchThrowableOfType(BlobProblem.class, () -> world.send(place, Sender.Wish.SNAPSHOT));
            line.plan(number -> Fault.NONE);
            if (told != null) {
                assertThat(told.kind()).as(label).isEqualTo(BlobProblem.Kind.NETWORK);
                assertThat(told.remedy()).as(label).containsAnyOf("try again", "online");
            }
            Sent next = world.send(place, Sender.Wish.SNAPSHOT);
            assertThat(next.warnings()).as(label).isEmpty();
            assertThat(settings.device())
                    .as(label)
                    .isEqualTo(world.service.settings().orElseThrow().device());
            try (Stream<Path> left =
                    Files.walk(Objects.requireNonNull(world.service.temporary().getParent()))) {
                assertThat(left.filter(Files::isRegularFile)).as(label).isEmpty();
            }
            try (AgeIdentity key = BackupService.key(world.vault)) {
                assertThat(world.service
                                .checkAll(place, key, Progress.NONE, new CancelToken())
                                .damages())
                        .as(label)
                        .isEmpty();
            }
            return told != null;
        }
    }

    private static S3Blobs open(String endpoint, int folder) {
        TargetSettings.S3 settings = new TargetSettings.S3(
                endpoint, S3Server.REGION, "cut", "run" + folder, true, "", TargetSettings.Support.FULL);
        return new S3Blobs(settings, () -> new AccessKey(S3Server.KEY_ID, S3Server.SECRET));
    }
}
