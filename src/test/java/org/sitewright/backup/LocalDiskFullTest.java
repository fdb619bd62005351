package org.sitewright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.blob.MemoryBlobs;
import org.sitewright.fixture.Campaign;
import org.sitewright.fixture.DatabaseFiles;
import org.sitewright.fixture.FullDisk;
import org.sitewright.fixture.FullDiskFiles;
import org.sitewright.site.Site;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// The disk of this computer fills up while it backs up, and while it brings back.
@Timeout(240)
class LocalDiskFullTest {
    private static final int LARGE = 5 << 20;
    private static final int STEPS = 8;

    @TempDir
    Path temp;

    private final FullDisk disk = new FullDisk();
    private final FullDiskFiles files = new FullDiskFiles(disk);

    private static List<String> files(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void saysSo(Problem told, String label) {
        assertThat(told.code()).as(label).isEqualTo("SW-DISK-FULL");
        assertThat(told.happened())
                .as(label)
                .contains("disk of this computer is full")
                .contains("lost");
        assertThat(told.remedy()).as(label).contains("Free some space");
    }

    private static Map<String, String> restored(BackupWorld world, MemoryBlobs place, Path folder) {
        try (Reading reading = world.reading(place)) {
            Restored back = new Restore(reading, world.stores)
                    .workspace(folder, Choice.NEWEST, Progress.NONE, new CancelToken());
            assertThat(back.warnings()).isEmpty();
        }
        try (ScratchStores.Scratch opened = world.stores.open(folder)) {
            return BackupWorld.rows(opened.live());
        }
    }

    @Test
    void whileBackingUp() {
        long seed = Campaign.seed("full disk while backing up");
        Random random = new Random(seed);
        try (BackupWorld world = new BackupWorld(files.on(temp.resolve("data")), seed)) {
            MemoryBlobs place = world.memory();
            Site site = world.addSite(2);
            world.setUp(place);
            Path temporary = Objects.requireNonNull(world.service.temporary().getParent());
            int full = 0;
            int steps = Campaign.rounds(STEPS, 100);
            for (int step = 0; step < steps; step++) {
                world.addMedia(site.id(), step % 3 == 0 ? LARGE : 2000);
                int room = step % 4 == 0 ? random.nextInt(LARGE) : random.nextInt(30_000);
                String label = "seed " + seed + ", step " + step + ", room for " + room;
                disk.fillUpAfter(room);
                Problem told = catchThrowableOfType(Problem.class, () -> world.send(place, Sender.Wish.SNAPSHOT));
                if (told != null) {
                    full++;
                    saysSo(told, label);
                    assertThat(files(temporary)).as(label).allMatch(name -> name.endsWith(".age"));
                }
                disk.free();
                assertThat(files(world.folder.resolve("backup"))).as(label).noneMatch(name -> name.endsWith(".new"));
                Sent next = world.send(place, Sender.Wish.SNAPSHOT);
                assertThat(next.warnings()).as(label).isEmpty();
                assertThat(files(temporary)).as(label).isEmpty();
            }
            assertThat(full).isPositive();
            assertThat(world.workspace.verify()).isEmpty();
            Sent rest = world.send(place, Sender.Wish.EVERYTHING);
            assertThat(rest.warnings()).isEmpty();
            assertThat(restored(world, place, temp.resolve("back"))).isEqualTo(world.rows());
        }
    }

    @Test
    void whileBringingBack() {
        long seed = Campaign.seed("full disk while bringing back");
        Random random = new Random(seed);
        try (BackupWorld world = new BackupWorld(temp.resolve("data"), seed)) {
            MemoryBlobs place = world.memory();
            Site site = world.addSite(2);
            world.addMedia(site.id(), LARGE / 5);
            world.setUp(place);
            Sent unused = world.send(place, Sender.Wish.SNAPSHOT);
            world.edit();
            Sent unusedToo = world.send(place, Sender.Wish.EVERYTHING);
            Map<String, String> rows = world.rows();
            Path real = temp.resolve("other");
            ScratchStores stores = world.workspace.scratchStores(DatabaseFiles.through(real, disk));
            Path parts = files.on(real.resolve("parts"));
            int full = 0;
            int steps = Campaign.rounds(STEPS, 100);
            for (int step = 0; step < steps; step++) {
                int room = step % 2 == 0 ? random.nextInt(2 * LARGE / 5) : random.nextInt(60_000);
                String label = "seed " + seed + ", step " + step + ", room for " + room;
                Path folder = files.on(real.resolve("back" + step));
                disk.fillUpAfter(room);
                Problem told =
                        catchThrowableOfType(Problem.class, () -> bringBack(world, place, stores, folder, parts));
                disk.free();
                if (told != null) {
                    full++;
                    saysSo(told, label);
                }
                assertThat(files(parts)).as(label).isEmpty();
                assertThat(files(folder)).as(label).noneMatch(name -> name.endsWith(".trace.db"));
                Restore.remove(folder);
                assertThat(files(real)).as(label).isEmpty();
            }
            assertThat(full).isPositive();
            Path folder = files.on(real.resolve("last"));
            bringBack(world, place, stores, folder, parts);
            try (ScratchStores.Scratch opened = stores.open(folder)) {
                assertThat(BackupWorld.rows(opened.live())).isEqualTo(rows);
            }
        }
    }

    private static void bringBack(BackupWorld world, MemoryBlobs place, ScratchStores stores, Path folder, Path parts) {
        try (Reading reading = Reading.open(place, BackupService.key(world.vault), parts)) {
            Restored unused =
                    new Restore(reading, stores).workspace(folder, Choice.NEWEST, Progress.NONE, new CancelToken());
        }
    }
}
