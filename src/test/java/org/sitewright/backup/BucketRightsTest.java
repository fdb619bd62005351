package org.sitewright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.adapter.s3.S3Blobs;
import org.sitewright.blob.BlobProblem;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.fixture.S3Server;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.TargetSettings;
import org.sitewright.site.Site;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// What backups ask of a bucket, and one whose keys may do less than that, on a real S3 server behind a gate.
@Timeout(120)
class BucketRightsTest {
    @TempDir
    Path temp;

    private S3Server server;
    private FaultyHttp gate;
    private S3Blobs place;
    private BackupWorld world;

    @BeforeEach
    void setUp() {
        server = S3Server.start(0);
        server.createBucket("rights");
        gate = new FaultyHttp(server.port());
        place = open(gate.endpoint());
        world = new BackupWorld(temp.resolve("data"), 3);
        Site site = world.addSite(1);
        world.addMedia(site.id(), 2000);
        world.setUp(place);
    }

    @AfterEach
    void close() {
        world.close();
        place.close();
        gate.close();
        server.close();
    }

    private void refused(Predicate<String> denied, boolean alsoToReadIt) {
        Sent unused = world.send(place, Sender.Wish.SNAPSHOT);
        List<String> before = server.keys("rights");
        world.edit();
        gate.deny(denied);
        BlobProblem told = Objects.requireNonNull(
                catchThrowableOfType(BlobProblem.class, () -> world.send(place, Sender.Wish.SNAPSHOT)));
        assertThat(told.kind()).isEqualTo(BlobProblem.Kind.FORBIDDEN);
        assertThat(told.happened()).contains("“rights”");
        assertThat(told.remedy()).contains("list, read and write");
        assertThat(server.keys("rights")).isEqualTo(before);
        assertThat(world.service.state().fault()).isEqualTo(told.happened());
        assertThat(world.service.list().getFirst().status()).isEqualTo(Backup.Status.FAILED);
        BlobProblem reading = catchThrowableOfType(BlobProblem.class, () -> restore("refused"));
        assertThat(reading != null).isEqualTo(alsoToReadIt);
        gate.deny(line -> false);
        assertThat(world.send(place, Sender.Wish.SNAPSHOT).snapshot()).isNotNull();
        restore("allowed");
    }

    private void restore(String name) {
        try (Reading reading = world.reading(place)) {
            Restored unused = new Restore(reading, world.stores)
                    .workspace(temp.resolve(name), Choice.NEWEST, Progress.NONE, new CancelToken());
        }
    }

    @Test
    void thatMayOnlyBeReadIsStillRestoredFrom() {
        refused(line -> !line.startsWith("GET "), false);
    }

    @Test
    void thatMayNotBeListed() {
        refused(line -> line.startsWith("GET ") && line.contains("list-type=2"), true);
    }

    @Test
    void isOnlyListedWhenNothingWasChanged() {
        Sent first = world.send(place, Sender.Wish.SNAPSHOT);
        assertThat(first.snapshot()).isNotNull();
        gate.plan(number -> FaultyHttp.Fault.NONE);
        assertThat(world.send(place, Sender.Wish.SNAPSHOT).files()).isZero();
        assertThat(gate.requests())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("GET ") && line.contains("list-type=2"));
    }

    private static S3Blobs open(String endpoint) {
        TargetSettings.S3 settings =
                new TargetSettings.S3(endpoint, S3Server.REGION, "rights", "", true, "", TargetSettings.Support.FULL);
        return new S3Blobs(settings, () -> new AccessKey(S3Server.KEY_ID, S3Server.SECRET));
    }
}
