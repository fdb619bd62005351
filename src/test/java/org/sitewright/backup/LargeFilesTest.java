package org.sitewright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.adapter.s3.S3Blobs;
import org.sitewright.fixture.FaultyHttp;
import org.sitewright.fixture.FaultyHttp.Fault;
import org.sitewright.fixture.S3Server;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.TargetSettings;
import org.sitewright.site.Site;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// A large file whose sending was cut is gone on with where it was cut, also by another run.
class LargeFilesTest {
    private static final int PARTS = 3;
    private static final int SIZE = 20 << 20;

    @TempDir
    Path temp;

    @Test
    @Timeout(120)
    void goesOnWhereItWasCut() throws Exception {
        try (S3Server server = S3Server.start(0);
                FaultyHttp line = new FaultyHttp(server.port());
                S3Blobs place = open(line.endpoint());
                BackupWorld world = new BackupWorld(temp.resolve("data"), 5)) {
            server.createBucket("large");
            Site site = world.addSite(1);
            world.setUp(place);
            Sent unused = world.send(place, Sender.Wish.SNAPSHOT);
            List<Integer> again = new ArrayList<>();
            for (int cutAfter = 0; cutAfter < PARTS; cutAfter++) {
                var media = world.addMedia(site.id(), SIZE + cutAfter);
                int whole = cutAfter;
                line.plan(number -> parts(line) > whole ? Fault.CUT_BODY : Fault.NONE);
                assertThatThrownBy(() -> world.send(place, Sender.Wish.CHANGES)).isInstanceOf(Problem.class);
                line.plan(number -> Fault.NONE);
                assertThat(world.send(place, Sender.Wish.CHANGES).files()).isPositive();
                again.add(parts(line));
                assertThat(media).isNotNull();
            }
            assertThat(again).as("parts sent again when 0, 1 and 2 had arrived").containsExactly(3, 2, 1);
            try (AgeIdentity key = BackupService.key(world.vault)) {
                assertThat(world.service
                                .checkAll(place, key, Progress.NONE, new CancelToken())
                                .damages())
                        .isEmpty();
            }
            try (Stream<Path> left = Files.list(
                    temp.resolve("data").resolve("cache").resolve("backup").resolve("sending"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    private static int parts(FaultyHttp line) {
        return (int) line.requests().stream()
                .filter(asked -> asked.startsWith("PUT ") && asked.contains("partNumber="))
                .count();
    }

    private static S3Blobs open(String endpoint) {
        TargetSettings.S3 settings =
                new TargetSettings.S3(endpoint, S3Server.REGION, "large", "b", true, "", TargetSettings.Support.FULL);
        return new S3Blobs(settings, () -> new AccessKey(S3Server.KEY_ID, S3Server.SECRET));
    }
}
