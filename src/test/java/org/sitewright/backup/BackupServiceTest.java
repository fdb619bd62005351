package org.sitewright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.blob.BlobProblem;
import org.sitewright.blob.BlobSource;
import org.sitewright.blob.BlobStore;
import org.sitewright.blob.MemoryBlobs;
import org.sitewright.site.Site;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

@Timeout(120)
class BackupServiceTest {
    @TempDir
    Path temp;

    private BackupWorld world;
    private MemoryBlobs place;

    @BeforeEach
    void setUp() {
        world = new BackupWorld(temp.resolve("data"), 42);
        place = world.memory();
        Site site = world.addSite(3);
        world.addMedia(site.id(), 100_000);
        world.addMedia(site.id(), 10);
        world.setUp(place);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private List<String> names() {
        return place.list("").stream().map(BlobStore.Blob::name).toList();
    }

    private Restored restore(BlobStore from, Path folder, Choice choice) {
        try (Reading reading = world.reading(from)) {
            return new Restore(reading, world.stores).workspace(folder, choice, Progress.NONE, new CancelToken());
        }
    }

    private Map<String, String> rowsOf(Path folder) {
        try (ScratchStores.Scratch opened = world.stores.open(folder)) {
            assertThat(opened.verify()).isEmpty();
            return BackupWorld.rows(opened.live());
        }
    }

    @Test
    void sendsOnlyWhatIsNotThere() {
        Sent first = world.send(place, Sender.Wish.SNAPSHOT);
        assertThat(names()).filteredOn(name -> name.startsWith("assets/")).hasSize(2);
        assertThat(first.snapshot()).isNotNull();
        assertThat(world.send(place, Sender.Wish.SNAPSHOT).isNothing()).isTrue();
        world.edit();
        assertThat(world.service.waitingBytes(1 << 20)).isPositive();
        Sent third = world.send(place, Sender.Wish.CHANGES);
        assertThat(third.files()).isBetween(1, 2);
        assertThat(world.service.waitingBytes(1 << 20)).isZero();
        assertThat(world.service.list()).hasSize(1);
        assertThat(world.service.list().getFirst().details().sent()).isEqualTo(first.bytes());
    }

    @Test
    void aChangeBeforeTheFirstSnapshotComesBackToo() {
        long early = world.workspace.live().position().sequence();
        Map<String, String> before = world.rows();
        world.edit();
        world.send(place, Sender.Wish.SNAPSHOT);
        Path folder = temp.resolve("early");
        Restored restored = restore(place, folder, Choice.sequence(early));
        assertThat(restored.files()).isEqualTo(2);
        assertThat(rowsOf(folder)).isEqualTo(before);
    }

    @Test
    void aRestoredWorkspaceGoesOnAsAnotherDeviceOfTheSamePlace() {
        world.send(place, Sender.Wish.SNAPSHOT);
        world.edit();
        world.send(place, Sender.Wish.EVERYTHING);
        Map<String, String> before = world.rows();
        Path second = temp.resolve("second");
        Restored restored = restore(place, second, Choice.NEWEST);
        assertThat(restored.files()).isEqualTo(2);
        assertThat(rowsOf(second)).isEqualTo(before);
        try (ScratchStores.Scratch other = world.stores.open(second)) {
            BackupSettings settings = world.service.settings().orElseThrow();
            BackupPlace there = new BackupPlace(
                    place, settings.keys(), "00000000-0000-4000-8000-0000000000dd", Index.open(temp.resolve("index2")));
            BackupSource source = new BackupSource(
                    other.live(),
                    new org.sitewright.media.FolderMediaStore(second.resolve("media")),
                    second.resolve("vaults"),
                    temp.resolve("cache2"));
            other.sites()
                    .create(
                            new org.sitewright.fixture.SomeSite(99, org.sitewright.storage.TestWorkspace.USER)
                                    .bakery(1),
                            world.change("On the second device"));
            world.edit();
            world.clock.advance(Duration.ofMinutes(1));
            Sent fromHere = world.send(place, Sender.Wish.SNAPSHOT);
            world.clock.advance(Duration.ofMinutes(1));
            Sent fromThere =
                    new Sender(source, there, world.clock).run(Sender.Wish.SNAPSHOT, Progress.NONE, new CancelToken());
            assertThat(fromThere.snapshot()).isNotEqualTo(fromHere.snapshot());
            assertThat(names()).filteredOn(name -> name.startsWith("assets/")).hasSizeBetween(2, 3);
        }
        Path third = temp.resolve("third");
        restore(place, third, Choice.NEWEST);
        assertThat(rowsOf(third)).isEqualTo(rowsOf(second));
        Path fourth = temp.resolve("fourth");
        restore(place, fourth, new Choice(world.service.settings().orElseThrow().device(), 0, null));
        assertThat(rowsOf(fourth).keySet()).isNotEqualTo(rowsOf(third).keySet());
    }

    @Test
    void theKeyCanBeChangedWithoutSendingMediaAgain() {
        world.send(place, Sender.Wish.SNAPSHOT);
        AgeIdentity old = BackupService.key(world.vault);
        List<String> assets =
                names().stream().filter(name -> name.startsWith("assets/")).toList();
        Map<String, byte[]> before = BackupWorld.copy(place);
        Sent sent = world.service.rotate(place, world.vault, Progress.NONE, new CancelToken());
        assertThat(sent.snapshot()).isNotNull();
        assertThat(names()).filteredOn(name -> name.startsWith("keys/")).hasSize(1);
        assertThat(names().stream().filter(name -> name.startsWith("assets/"))).containsExactlyElementsOf(assets);
        assets.forEach(name -> assertThat(BackupWorld.copy(place).get(name)).isEqualTo(before.get(name)));
        world.edit();
        world.send(place, Sender.Wish.EVERYTHING);
        Path folder = temp.resolve("rotated");
        restore(place, folder, Choice.NEWEST);
        assertThat(rowsOf(folder)).isEqualTo(world.rows());
        try (Reading withTheOldSheet = Reading.open(place, old, world.service.temporary())) {
            long then = Names.snapshots(place.list("")).getFirst().sequence();
            Restored older = new Restore(withTheOldSheet, world.stores)
                    .store(temp.resolve("older"), Choice.sequence(then), Progress.NONE, new CancelToken());
            assertThat(older.sequence())
                    .isLessThan(world.workspace.live().position().sequence());
        }
        Sent again = world.service.rotate(place, world.vault, Progress.NONE, new CancelToken());
        assertThat(again.snapshot()).isNotNull();
        restore(place, temp.resolve("rotated twice"), Choice.NEWEST);
    }

    @Test
    void refusesTheWrongKeyAnotherWorkspaceAndANewerFormat() {
        world.send(place, Sender.Wish.SNAPSHOT);
        assertThatThrownBy(() -> Reading.open(place, AgeIdentity.fresh(), temp.resolve("x")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("SW-BACKUP-WRONG-KEY"));
        try (BackupWorld other = new BackupWorld(temp.resolve("other"), 7)) {
            assertThatThrownBy(() -> other.setUp(place))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("SW-BACKUP-OTHER"));
        }
        place.delete(List.of("format.json"));
        place.putNew(
                "format.json",
                BlobSource.of("{\"sitewright-backup\":2,\"workspace\":\"x\"}".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> world.reading(place))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("SW-BACKUP-FORMAT"));
    }

    @Test
    void aPlaceThatMayOnlyBeReadFailsWithARowThatSaysSo() {
        BlobStore readOnly = new Guarded(place);
        assertThatThrownBy(() -> world.send(readOnly, Sender.Wish.SNAPSHOT)).isInstanceOf(BlobProblem.class);
        Backup row = world.service.list().getFirst();
        assertThat(row.status()).isEqualTo(Backup.Status.FAILED);
        assertThat(row.details().note()).contains("may not be written");
        assertThat(world.service.state().fault()).isNotEmpty();
        world.send(place, Sender.Wish.SNAPSHOT);
        assertThat(world.service.state().fault()).isEmpty();
    }

    @Test
    void damageIsSentAgainFromHere() {
        world.send(place, Sender.Wish.SNAPSHOT);
        List<String> harmed = new ArrayList<>(names());
        harmed.removeIf(name -> name.equals("format.json"));
        String flipped = harmed.getFirst();
        byte[] bytes = Objects.requireNonNull(BackupWorld.copy(place).get(flipped));
        bytes[bytes.length / 2] ^= 1;
        place.delete(harmed.subList(0, 2));
        place.putNew(flipped, BlobSource.of(bytes));
        assertThat(world.service
                        .check(place, true, Progress.NONE, new CancelToken())
                        .damages())
                .hasSize(2);
        world.service.repair(place, place, BackupService.Maker.SCHEDULE, Progress.NONE, new CancelToken());
        assertThat(Objects.requireNonNull(world.service.state().check()).damages())
                .isEmpty();
        try (AgeIdentity key = BackupService.key(world.vault)) {
            assertThat(world.service
                            .checkAll(place, key, Progress.NONE, new CancelToken())
                            .damages())
                    .isEmpty();
        }
    }

    @Test
    void aMissedDayIsDueAndAWrongClockDeletesNothing() {
        assertThat(world.service.isDue()).isTrue();
        world.send(place, Sender.Wish.SNAPSHOT);
        assertThat(world.service.isDue()).isFalse();
        world.clock.advance(Duration.ofDays(3));
        assertThat(world.service.isDue()).isTrue();
        for (int i = 0; i < 6; i++) {
            world.edit();
            world.send(place, Sender.Wish.SNAPSHOT);
            world.clock.advance(Duration.ofHours(1));
        }
        int before = names().size();
        world.clock.advance(Duration.ofDays(366));
        try (Reading reading = world.reading(place)) {
            assertThat(Retention.expired(reading)).isEmpty();
        }
        assertThat(names()).hasSize(before);
    }

    /// A place whose keys may not write.
    private static final class Guarded extends AroundPlace {
        Guarded(BlobStore place) {
            super(place);
        }

        @Override
        public boolean putNew(String name, BlobSource source) {
            throw refused();
        }

        @Override
        public void delete(Collection<String> names) {
            throw refused();
        }

        private static BlobProblem refused() {
            return new BlobProblem(
                    BlobProblem.Kind.FORBIDDEN, "SW-BLOB-403", "The bucket may not be written to.", "Allow it.");
        }
    }
}
