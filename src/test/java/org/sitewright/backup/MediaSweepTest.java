package org.sitewright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.media.MediaSweep;
import org.sitewright.site.MediaId;
import org.sitewright.site.Site;
import org.sitewright.work.CancelToken;

/// Contents that nothing of the last thirty days names go, and no others.
@Timeout(60)
class MediaSweepTest {
    private static final long ALL_SHIPPED = Long.MAX_VALUE - 1;

    @TempDir
    Path temp;

    private BackupWorld world;
    private MediaSweep sweep;
    private Site site;

    @BeforeEach
    void setUp() {
        world = new BackupWorld(temp.resolve("data"), 8);
        sweep = new MediaSweep(world.media, temp.resolve("unnamed"), world.clock);
        site = world.addSite(1);
    }

    @AfterEach
    void close() {
        world.close();
    }

    /// Puts a content and makes its file as old as the clock says.
    private MediaId put(int size) throws Exception {
        MediaId media = world.addMedia(site.id(), size);
        old(media);
        return media;
    }

    private void old(MediaId media) throws Exception {
        Files.setLastModifiedTime(world.media.path(media), FileTime.from(world.clock.instant()));
    }

    private void remove(MediaId media) {
        world.library.remove(site.id(), media, world.change("Remove a picture"));
    }

    private Set<MediaId> named(long shipped) {
        Instant since = world.clock.instant().minus(Duration.ofDays(30));
        return world.workspace.named(world.media, since, shipped);
    }

    private int days(int count, long shipped) {
        int gone = 0;
        for (int day = 0; day < count; day++) {
            world.clock.advance(Duration.ofDays(1));
            gone += sweep.run(() -> named(shipped), new CancelToken()).files();
        }
        return gone;
    }

    @Test
    void whatNothingNamesGoesAfterThirtyDays() throws Exception {
        MediaId gone = put(100);
        MediaId kept = put(200);
        world.clock.advance(Duration.ofDays(60));
        remove(gone);
        assertThat(days(28, ALL_SHIPPED)).isZero();
        assertThat(world.media.has(gone)).isTrue();
        assertThat(days(8, ALL_SHIPPED)).isEqualTo(1);
        assertThat(world.media.has(gone)).isFalse();
        assertThat(world.media.has(kept)).isTrue();
    }

    @Test
    void whatABackupStillWaitsForStays() throws Exception {
        long before = world.workspace.live().position().sequence();
        MediaId waits = put(100);
        remove(waits);
        world.clock.advance(Duration.ofDays(60));
        assertThat(days(10, before)).isZero();
        assertThat(world.media.has(waits)).isTrue();
        assertThat(days(10, ALL_SHIPPED)).isEqualTo(1);
    }

    @Test
    void aClockThatIsAYearAheadForADayCostsNothing() throws Exception {
        MediaId media = put(100);
        remove(media);
        world.clock.advance(Duration.ofDays(366));
        assertThat(sweep.run(() -> named(ALL_SHIPPED), new CancelToken()).files())
                .isZero();
        assertThat(sweep.run(() -> named(ALL_SHIPPED), new CancelToken()).files())
                .isZero();
        assertThat(world.media.has(media)).isTrue();
    }

    @Test
    void whatIsPutAgainMeanwhileStays() throws Exception {
        MediaId media = put(100);
        remove(media);
        world.clock.advance(Duration.ofDays(60));
        assertThat(days(2, ALL_SHIPPED)).isZero();
        try (var in = world.media.open(media)) {
            assertThat(world.media.put(new java.io.ByteArrayInputStream(in.readAllBytes())))
                    .isEqualTo(media);
        }
        Files.setLastModifiedTime(
                world.media.path(media), FileTime.from(world.clock.instant().plusSeconds(86_400)));
        assertThat(days(3, ALL_SHIPPED)).isZero();
        assertThat(world.media.has(media)).isTrue();
    }

    @Test
    void itCanBeStopped() throws Exception {
        MediaId media = put(100);
        remove(media);
        world.clock.advance(Duration.ofDays(60));
        CancelToken stopped = new CancelToken();
        stopped.cancel();
        assertThatThrownBy(() -> sweep.run(() -> named(ALL_SHIPPED), stopped))
                .isInstanceOf(CancellationException.class);
        assertThat(world.media.has(media)).isTrue();
    }
}
