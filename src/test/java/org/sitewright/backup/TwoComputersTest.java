package org.sitewright.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.blob.BlobStore;
import org.sitewright.blob.MemoryBlobs;
import org.sitewright.site.Site;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;
import org.sitewright.work.Progress;

/// Two computers back up to one place at the same time, and a data folder that is there twice does so.
@Timeout(240)
class TwoComputersTest {
    @TempDir
    Path temp;

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path there = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(each, there);
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String device(BackupWorld world) {
        return world.service.settings().orElseThrow().device();
    }

    private static void shareKey(BackupWorld from, BackupWorld with) {
        with.vault.putText(
                BackupService.KEY, from.vault.getText(BackupService.KEY).orElseThrow());
    }

    private void comesBack(BackupWorld world, BlobStore place, String label) {
        Sent unused = world.send(place, Sender.Wish.EVERYTHING);
        Path folder = world.scratch("back");
        try (Reading reading = world.reading(place)) {
            Restored restored = new Restore(reading, world.stores)
                    .workspace(folder, new Choice(device(world), 0, null), Progress.NONE, new CancelToken());
            assertThat(restored.warnings()).as(label).isEmpty();
        }
        try (ScratchStores.Scratch opened = world.stores.open(folder)) {
            assertThat(BackupWorld.rows(opened.live())).as(label).isEqualTo(world.rows());
        }
        Restore.remove(folder);
    }

    private static void nothingIsDamaged(BackupWorld world, BlobStore place) {
        try (AgeIdentity key = BackupService.key(world.vault)) {
            assertThat(world.service
                            .checkAll(place, key, Progress.NONE, new CancelToken())
                            .damages())
                    .isEmpty();
        }
    }

    /// The same second, the same number of changes, the same pictures: all names but the journal's could meet.
    @Test
    void atTheSameMoment() {
        try (BackupWorld one = new BackupWorld(temp.resolve("one"), 7);
                BackupWorld other = new BackupWorld(temp.resolve("other"), 7)) {
            MemoryBlobs place = one.memory();
            Site unused = one.addSite(2);
            one.setUp(place);
            Sent first = one.send(place, Sender.Wish.SNAPSHOT);
            Site unusedToo = other.addSite(2);
            shareKey(one, other);
            other.random.nextInt();
            other.setUp(place);
            other.service.save(
                    other.service.settings().orElseThrow().withDevice("00000000-0000-4000-8000-0000000000dd"));
            for (int round = 0; round < 12; round++) {
                one.edit();
                other.edit();
                Parallel.each(List.of(one, other), 2, new CancelToken(), world -> assertThat(
                                world.send(place, Sender.Wish.SNAPSHOT).warnings())
                        .isEmpty());
            }
            assertThat(first.snapshot()).isNotNull();
            assertThat(Names.snapshots(place.list(""))).hasSize(25);
            comesBack(one, place, "one");
            comesBack(other, place, "other");
            nothingIsDamaged(one, place);
            nothingIsDamaged(other, place);
        }
    }

    @Test
    void aCopiedDataFolderGoesOnUnderANewName() {
        MemoryBlobs place;
        BackupWorld first = new BackupWorld(temp.resolve("first"), 7);
        try (first) {
            place = first.memory();
            Site unused = first.addSite(1);
            first.setUp(place);
            Sent sent = first.send(place, Sender.Wish.SNAPSHOT);
            assertThat(sent.snapshot()).isNotNull();
        }
        copy(temp.resolve("first"), temp.resolve("second"));
        try (BackupWorld one = new BackupWorld(temp.resolve("first"), 8);
                BackupWorld other = new BackupWorld(temp.resolve("second"), 9)) {
            shareKey(first, one);
            shareKey(first, other);
            assertThat(device(other)).isEqualTo(device(one));
            one.edit();
            assertThat(one.send(place, Sender.Wish.CHANGES).warnings()).isEmpty();
            Site unused = other.addSite(3);
            assertThat(other.send(place, Sender.Wish.CHANGES).warnings()).containsExactly(OtherJournal.TAKEN);
            assertThat(device(other)).isNotEqualTo(device(one));
            for (int round = 0; round < 3; round++) {
                one.edit();
                other.edit();
                assertThat(one.send(place, Sender.Wish.CHANGES).warnings()).isEmpty();
                assertThat(other.send(place, Sender.Wish.CHANGES).warnings()).isEmpty();
            }
            comesBack(one, place, "the first");
            comesBack(other, place, "the copy");
            nothingIsDamaged(one, place);
        }
    }

    @Test
    void twoCopiesAtTheSameMomentBothComeBack() {
        MemoryBlobs place;
        BackupWorld first = new BackupWorld(temp.resolve("first"), 7);
        try (first) {
            place = first.memory();
            Site unused = first.addSite(1);
            first.setUp(place);
            Sent unusedToo = first.send(place, Sender.Wish.SNAPSHOT);
        }
        copy(temp.resolve("first"), temp.resolve("second"));
        try (BackupWorld one = new BackupWorld(temp.resolve("first"), 8);
                BackupWorld other = new BackupWorld(temp.resolve("second"), 9)) {
            shareKey(first, one);
            shareKey(first, other);
            for (int round = 0; round < 4; round++) {
                one.edit();
                other.edit();
                Parallel.each(List.of(one, other), 2, new CancelToken(), world -> {
                    Sent unused = world.send(place, Sender.Wish.SNAPSHOT);
                });
            }
            comesBack(one, place, "one");
            comesBack(other, place, "other");
        }
    }

    /// As after a disk was put back from an image: the place knows changes that this computer has forgotten.
    @Test
    void aDataFolderThatWasPutBackGoesOnUnderANewName() {
        MemoryBlobs place;
        BackupWorld first = new BackupWorld(temp.resolve("data"), 7);
        Map<String, String> lost;
        String device;
        try (first) {
            place = first.memory();
            Site unused = first.addSite(1);
            first.setUp(place);
            Sent unusedToo = first.send(place, Sender.Wish.SNAPSHOT);
            device = device(first);
        }
        copy(temp.resolve("data"), temp.resolve("image"));
        try (BackupWorld later = new BackupWorld(temp.resolve("data"), 8)) {
            shareKey(first, later);
            for (int change = 0; change < 5; change++) {
                later.edit();
            }
            Sent unused = later.send(place, Sender.Wish.EVERYTHING);
            lost = later.rows();
        }
        try (BackupWorld back = new BackupWorld(temp.resolve("image"), 9)) {
            shareKey(first, back);
            back.edit();
            Sent sent = back.send(place, Sender.Wish.SNAPSHOT);
            assertThat(sent.warnings()).containsExactly(OtherJournal.TAKEN);
            comesBack(back, place, "what was put back");
            Path folder = temp.resolve("lost");
            try (Reading reading = back.reading(place)) {
                Restored unused = new Restore(reading, back.stores)
                        .workspace(folder, new Choice(device, 0, null), Progress.NONE, new CancelToken());
            }
            try (ScratchStores.Scratch opened = back.stores.open(folder)) {
                assertThat(BackupWorld.rows(opened.live())).isEqualTo(lost);
            }
            nothingIsDamaged(back, place);
        }
    }
}
