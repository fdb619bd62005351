package org.sitewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitewright.storage.OpenStore.CHANGE;
import static org.sitewright.storage.OpenStore.USER;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.Campaign;
import org.sitewright.fixture.DatabaseFiles;
import org.sitewright.fixture.FullDisk;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.Site;
import org.sitewright.work.Problem;

/// The disk fills up at each step at which journal or database grow. What was acknowledged stays, the message says what
/// to do, and when there is room again work goes on.
class StoreFullDiskCampaignTest {
    private static final int STEPS = Campaign.rounds(20, 200);
    private static final int STEPS_A_START = 5;
    private static final int MOST_SAVES = 400;

    @TempDir
    Path temp;

    private final SomeSite maker = new SomeSite(21, USER);
    private final Site site = maker.bakery(3);

    private Site numbered(int count) {
        return site.withDetails("Save " + count, "x".repeat(2000), "en");
    }

    private static StoreOpening.Hooks hooks(Path folder, FullDisk disk) {
        return new StoreOpening.Hooks(
                disk.files(),
                new Database.Access(DatabaseFiles.through(folder, disk), UnaryOperator.identity()),
                Duration.ofHours(1));
    }

    @Test
    @Timeout(600)
    void nothingAcknowledgedIsLost() {
        long seed = Campaign.seed("full disk");
        Random random = new Random(seed);
        FullDisk disk = new FullDisk();
        Path folder = temp.resolve("data").toAbsolutePath();
        StoreOpening.Hooks hooks = hooks(folder, disk);
        try (OpenStore open = new OpenStore(folder, hooks)) {
            open.sites.create(numbered(0), CHANGE);
        }
        int saved = 0;
        for (int step = 0; step < STEPS; step += STEPS_A_START) {
            try (OpenStore open = new OpenStore(folder, hooks)) {
                assertThat(open.sites.find(site.id())).contains(numbered(saved));
                for (int i = 0; i < STEPS_A_START; i++) {
                    saved = fillUp(open, disk, saved, random, "seed " + seed + ", step " + (step + i));
                }
            }
        }
        try (OpenStore open = new OpenStore(folder, hooks)) {
            assertThat(open.store.notes()).isEmpty();
            assertThat(open.sites.find(site.id())).contains(numbered(saved));
            assertThat(open.store.verify()).isEmpty();
        }
        System.out.printf("%d times full, %d saves kept, work went on at once each time%n", STEPS, saved);
    }

    /// H2 closes a file that it gave up only when the last connection lets go of it.
    @Test
    @Timeout(60)
    void whoStillReadsIsWaitedFor() throws Exception {
        FullDisk disk = new FullDisk();
        Path folder = temp.resolve("held").toAbsolutePath();
        try (OpenStore open = new OpenStore(folder, hooks(folder, disk))) {
            open.sites.create(numbered(0), CHANGE);
            Connection held = open.store.database().connection();
            int saved = 0;
            disk.fillUpAfter(20_000);
            while (save(open, saved + 1).isEmpty()) {
                saved++;
            }
            disk.free();
            CompletableFuture<Void> letGo = CompletableFuture.runAsync(
                    () -> close(held), CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));
            assertThat(open.sites.find(site.id())).contains(numbered(saved));
            assertThat(save(open, ++saved)).isEmpty();
            assertThat(open.store.verify()).isEmpty();
            letGo.get(10, TimeUnit.SECONDS);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException givenUp) {
            assertThat(givenUp.getErrorCode()).isEqualTo(90098);
        }
    }

    /// @return how many saves were acknowledged by then
    private int fillUp(OpenStore open, FullDisk disk, int before, Random random, String label) {
        int saved = before;
        disk.fillUpAfter(random.nextBoolean() ? random.nextInt(6_000) : random.nextInt(60_000));
        Optional<Problem> told = Optional.empty();
        for (int tries = 0; told.isEmpty() && tries < MOST_SAVES; tries++) {
            told = save(open, saved + 1);
            saved += told.isEmpty() ? 1 : 0;
        }
        Problem problem = told.orElseThrow();
        assertThat(problem.code()).as(label).isEqualTo("SW-DISK-FULL");
        assertThat(problem.remedy()).as(label).contains("Free some space");
        disk.free();
        assertThat(open.sites.find(site.id())).as(label).contains(numbered(saved));
        assertThat(save(open, ++saved)).as(label).isEmpty();
        assertThat(open.sites.find(site.id())).as(label).contains(numbered(saved));
        assertThat(open.store.verify()).as(label).isEmpty();
        return saved;
    }

    private Optional<Problem> save(OpenStore open, int number) {
        try {
            open.sites.save(numbered(number), CHANGE);
            return Optional.empty();
        } catch (Problem told) {
            return Optional.of(told);
        }
    }
}
