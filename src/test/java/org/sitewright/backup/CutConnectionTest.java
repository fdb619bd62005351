package org.sitewright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sitewright.blob.BlobProblem;
import org.sitewright.blob.MemoryBlobs;
import org.sitewright.site.Site;
import org.sitewright.storage.TestWorkspace;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// The connection is lost with each single request of a backup, and with each of a restore.
@Timeout(240)
class CutConnectionTest {
    private static final int LARGE = 5 << 20;

    @TempDir
    Path temp;

    private static BackupWorld filled(Path folder) {
        BackupWorld world = new BackupWorld(folder, 11);
        Site site = world.addSite(2);
        world.addMedia(site.id(), 20_000);
        world.addMedia(site.id(), LARGE);
        return world;
    }

    private static List<String> files(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    @ParameterizedTest
    @EnumSource(CutPlace.Moment.class)
    void everyRequestOfABackup(CutPlace.Moment moment) {
        try (BackupWorld world = filled(temp.resolve("data"))) {
            int cut = 1;
            while (isCut(world, cut, moment)) {
                cut++;
            }
            assertThat(cut).isGreaterThan(8);
        }
    }

    /// Into a place of its own each time. False when the backup was done before that request.
    private boolean isCut(BackupWorld world, int cut, CutPlace.Moment moment) {
        String label = moment + " at request " + cut;
        Path temporary = Objects.requireNonNull(world.service.temporary().getParent());
        MemoryBlobs memory = world.memory();
        CutPlace place = new CutPlace(memory);
        BackupSettings settings = world.service.setUp(new UUID(7, cut), TestWorkspace.USER, place, world.vault);
        place.cut(cut, moment);
        Problem told = catchThrowableOfType(Problem.class, () -> world.send(place, Sender.Wish.SNAPSHOT));
        if (told != null) {
            assertThat(told.code()).as(label).isEqualTo("SW-BLOB-NET");
            assertThat(told.remedy()).as(label).contains("try again");
            assertThat(world.service.state().fault()).as(label).isEqualTo(told.happened());
            assertThat(files(temporary))
                    .as(label)
                    .allMatch(file -> file.startsWith("sending/") && file.endsWith(".age"));
        }
        place.mend();
        Sent next = world.send(place, Sender.Wish.SNAPSHOT);
        assertThat(next.warnings()).as(label).isEmpty();
        assertThat(world.service.settings().orElseThrow().device()).as(label).isEqualTo(settings.device());
        assertThat(Names.snapshots(memory.list(""))).as(label).isNotEmpty();
        assertThat(files(temporary)).as(label).isEmpty();
        everythingComesBack(world, memory, label);
        return told != null;
    }

    private void everythingComesBack(BackupWorld world, MemoryBlobs memory, String label) {
        Sent unused = world.send(memory, Sender.Wish.EVERYTHING);
        Map<String, String> rows = world.rows();
        Path back = world.scratch("back");
        try (Reading reading = world.reading(memory)) {
            Restored restored =
                    new Restore(reading, world.stores).workspace(back, Choice.NEWEST, Progress.NONE, new CancelToken());
            assertThat(restored.warnings()).as(label).isEmpty();
            assertThat(restored.files()).as(label).isEqualTo(2);
        }
        try (ScratchStores.Scratch opened = world.stores.open(back)) {
            assertThat(BackupWorld.rows(opened.live())).as(label).isEqualTo(rows);
        }
        Restore.remove(back);
    }

    @ParameterizedTest
    @EnumSource(CutPlace.Moment.class)
    void everyRequestOfARestore(CutPlace.Moment moment) {
        try (BackupWorld world = filled(temp.resolve("data"))) {
            CutPlace place = new CutPlace(world.memory());
            world.setUp(place);
            Sent unused = world.send(place, Sender.Wish.SNAPSHOT);
            Site more = world.addSite(1);
            world.addMedia(more.id(), 1000);
            Sent unusedToo = world.send(place, Sender.Wish.EVERYTHING);
            Map<String, String> rows = world.rows();
            Path temporary = Objects.requireNonNull(world.service.temporary().getParent());
            int cut = 1;
            List<String> healed = new ArrayList<>();
            while (true) {
                String label = moment + " at request " + cut;
                Path back = temp.resolve("back" + cut);
                place.cut(cut, moment);
                Problem told = catchThrowableOfType(Problem.class, () -> restore(world, place, back));
                boolean wasReached = place.asked() >= cut;
                if (told == null) {
                    assertThat(wasReached).as(label).isFalse();
                    try (ScratchStores.Scratch opened = world.stores.open(back)) {
                        assertThat(BackupWorld.rows(opened.live())).isEqualTo(rows);
                    }
                    break;
                }
                healed.add(label);
                assertThat(told).as(label).isInstanceOf(BlobProblem.class);
                assertThat(told.code()).as(label).isEqualTo("SW-BLOB-NET");
                assertThat(files(temporary)).as(label).isEmpty();
                Restore.remove(back);
                cut++;
            }
            assertThat(healed).hasSizeGreaterThan(8);
        }
    }

    @Test
    void aConnectionThatBreaksOnceInTheMiddleOfAFileIsTriedAnew() {
        try (BackupWorld world = filled(temp.resolve("data"))) {
            MemoryBlobs memory = world.memory();
            world.setUp(memory);
            Sent unused = world.send(memory, Sender.Wish.SNAPSHOT);
            Path back = temp.resolve("back");
            CutPlace shaky = new CutPlace(memory);
            shaky.blink();
            try (Reading reading = world.reading(shaky)) {
                Restored restored = new Restore(reading, world.stores)
                        .workspace(back, Choice.NEWEST, Progress.NONE, new CancelToken());
                assertThat(restored.files()).isEqualTo(2);
            }
        }
    }

    private static void restore(BackupWorld world, CutPlace place, Path folder) {
        try (Reading reading = world.reading(place)) {
            Restored unused = new Restore(reading, world.stores)
                    .workspace(folder, Choice.NEWEST, Progress.NONE, new CancelToken());
        }
    }
}
