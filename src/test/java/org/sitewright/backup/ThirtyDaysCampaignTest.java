package org.sitewright.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.blob.MemoryBlobs;
import org.sitewright.fixture.Campaign;
import org.sitewright.journal.JournalPosition;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// Forty simulated days of work, with days on which the computer is off, then a return to random changes of the last
/// thirty, each compared row by row with what was there.
class ThirtyDaysCampaignTest {
    private static final int DAYS = 40;

    @TempDir
    Path temp;

    /// What was there right after a change.
    private record Point(long sequence, java.time.Instant at, Map<String, String> rows) {}

    @Test
    @Timeout(180)
    void anyChangeOfThirtyDaysComesBackEqual() {
        long seed = Campaign.seed("30 days");
        int wanted = Campaign.rounds(100, 2_000);
        try (BackupWorld world = new BackupWorld(temp.resolve("data"), seed)) {
            MemoryBlobs place = world.memory();
            List<Point> points = live(world, place);
            java.time.Instant border = world.clock.instant().minus(Duration.ofDays(30));
            points.removeIf(point -> point.at().isBefore(border));
            Random random = new Random(seed);
            int compared = 0;
            try (Reading reading = world.reading(place)) {
                for (; compared < wanted; compared++) {
                    Point point = points.get(random.nextInt(points.size()));
                    Path folder = temp.resolve("point" + compared);
                    boolean real = compared % 25 == 0;
                    ScratchStores stores = real ? world.stores : new MemoryScratch();
                    Restored unused = new Restore(reading, stores)
                            .store(folder, Choice.sequence(point.sequence()), Progress.NONE, new CancelToken());
                    try (ScratchStores.Scratch opened = stores.open(folder)) {
                        Map<String, String> back = BackupWorld.rows(opened.live());
                        assertThat(back)
                                .as("seed %d, change %d", seed, point.sequence())
                                .isEqualTo(point.rows());
                    }
                }
                List<Names.Snapshot> kept = Names.snapshots(reading.all());
                assertThat(kept).hasSizeBetween(4, 36);
            }
            System.out.printf(
                    "%d moments came back equal of %d changes, %d files kept%n",
                    compared,
                    world.workspace.live().position().sequence(),
                    place.list("").size());
        }
    }

    private static List<Point> live(BackupWorld world, MemoryBlobs place) {
        List<Point> points = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            boolean off = day > 0 && world.random.nextInt(6) == 0;
            if (!off) {
                work(world, place, points);
            }
            if (day == 0) {
                world.setUp(place);
            }
            if (!off && world.service.isDue()) {
                world.send(place, Sender.Wish.SNAPSHOT);
            }
            if (!off && world.service.isProofDue()) {
                prove(world, place);
            }
            world.clock.advance(Duration.ofHours(20));
        }
        world.send(place, Sender.Wish.EVERYTHING);
        return points;
    }

    private static void work(BackupWorld world, MemoryBlobs place, List<Point> points) {
        int edits = 2 + world.random.nextInt(7);
        for (int i = 0; i < edits; i++) {
            world.edit();
            JournalPosition position = world.workspace.live().position();
            points.add(new Point(position.sequence(), world.clock.instant(), world.rows()));
            world.clock.advance(Duration.ofMinutes(20));
            if (world.service.settings().isPresent() && world.random.nextBoolean()) {
                world.send(place, Sender.Wish.CHANGES);
            }
        }
    }

    /// A proof with the map stores, then what is too old goes.
    private static void prove(BackupWorld world, MemoryBlobs place) {
        List<Names.Snapshot> before = Names.snapshots(place.list(""));
        try (AgeIdentity key = BackupService.key(world.vault)) {
            BackupState.Proof unused = world.service.prove(
                    place,
                    key,
                    new BackupService.Proving(world.sites(), new SiteFreeScratch(world.sites()), BackupWorld.NO_PAGES),
                    Progress.NONE,
                    new CancelToken());
            int gone = world.service.prune(place, key);
            List<Names.Snapshot> after = Names.snapshots(place.list(""));
            assertThat(after)
                    .as("%d went", gone)
                    .containsAll(before.subList(Math.max(0, before.size() - 3), before.size()));
        }
    }

    /// Knows every site that is asked for as it is, so that only rows are compared.
    private static final class SiteFreeScratch implements ScratchStores {
        private final MemoryScratch scratch = new MemoryScratch();
        private final org.sitewright.site.SiteRepository sites;

        SiteFreeScratch(org.sitewright.site.SiteRepository sites) {
            this.sites = sites;
        }

        @Override
        public void build(Path folder, Ingredients from) {
            scratch.build(folder, from);
        }

        @Override
        public String schema() {
            return scratch.schema();
        }

        @Override
        public Scratch open(Path folder) {
            Scratch opened = scratch.open(folder);
            return new Scratch() {
                @Override
                public LiveStore live() {
                    return opened.live();
                }

                @Override
                public List<String> verify() {
                    return opened.verify();
                }

                @Override
                public org.sitewright.site.SiteRepository sites() {
                    return sites;
                }

                @Override
                public org.sitewright.media.MediaLibrary media() {
                    return opened.media();
                }

                @Override
                public void close() {
                    opened.close();
                }
            };
        }
    }
}
