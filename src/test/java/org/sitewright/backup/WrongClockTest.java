package org.sitewright.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.blob.MemoryBlobs;
import org.sitewright.fixture.HandClock;
import org.sitewright.site.Site;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// The clock of this computer is an hour or a year off for some days and then set right; the place's is right.
@Timeout(120)
class WrongClockTest {
    @TempDir
    Path temp;

    private final HandClock right = new HandClock();

    private void pass(BackupWorld world, Duration time) {
        world.clock.advance(time);
        right.advance(time);
    }

    /// A day of work and its backup.
    private void day(BackupWorld world, MemoryBlobs place, List<Long> sequences, List<Map<String, String>> states) {
        world.edit();
        assertThat(world.service.isDue()).isTrue();
        Sent unused = world.send(place, Sender.Wish.SNAPSHOT);
        assertThat(world.service.isDue()).isFalse();
        world.edit();
        Sent unusedToo = world.send(place, Sender.Wish.EVERYTHING);
        sequences.add(world.workspace.live().position().sequence());
        states.add(world.rows());
        pass(world, Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P366D", "P-366D"})
    void everyMomentAndTheNewestComeBack(String off) {
        Duration wrong = Duration.parse(off);
        try (BackupWorld world = new BackupWorld(temp.resolve("data"), 21)) {
            MemoryBlobs place = new MemoryBlobs(right);
            Site unused = world.addSite(1);
            world.setUp(place);
            List<Long> sequences = new ArrayList<>();
            List<Map<String, String>> states = new ArrayList<>();
            day(world, place, sequences, states);
            world.clock.advance(wrong);
            day(world, place, sequences, states);
            day(world, place, sequences, states);
            prove(world, place);
            assertThat(prune(world, place)).isZero();
            world.clock.advance(wrong.negated());
            assertThat(world.service.isProofDue()).isEqualTo(!wrong.equals(Duration.ofHours(-1)));
            day(world, place, sequences, states);
            prove(world, place);
            assertThat(prune(world, place)).isZero();
            Sent rest = world.send(place, Sender.Wish.EVERYTHING);
            assertThat(rest.warnings()).isEmpty();
            assertThat(restored(world, place, Choice.NEWEST)).isEqualTo(world.rows());
            for (int day = 0; day < sequences.size(); day++) {
                assertThat(restored(world, place, Choice.sequence(sequences.get(day))))
                        .as("day %d, the clock off by %s", day, off)
                        .isEqualTo(states.get(day));
            }
        }
    }

    private static void prove(BackupWorld world, MemoryBlobs place) {
        try (AgeIdentity key = BackupService.key(world.vault)) {
            BackupState.Proof proof = world.service.prove(
                    place,
                    key,
                    new BackupService.Proving(world.sites(), world.stores, BackupWorld.NO_PAGES),
                    Progress.NONE,
                    new CancelToken());
            assertThat(proof.fault()).isEmpty();
        }
    }

    private static int prune(BackupWorld world, MemoryBlobs place) {
        try (AgeIdentity key = BackupService.key(world.vault)) {
            return world.service.prune(place, key);
        }
    }

    private Map<String, String> restored(BackupWorld world, MemoryBlobs place, Choice choice) {
        Path folder = temp.resolve("back " + choice.sequence());
        try (Reading reading = world.reading(place)) {
            Restored unused =
                    new Restore(reading, world.stores).workspace(folder, choice, Progress.NONE, new CancelToken());
        }
        try (ScratchStores.Scratch opened = world.stores.open(folder)) {
            return BackupWorld.rows(opened.live());
        }
    }

    /// Of two computers the one whose clock is a year ahead is not the newest for a whole year.
    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P366D"})
    void theNewestOfTwoComputersIsToldByTheClockOfThePlace(String off) {
        Duration ahead = Duration.parse(off);
        try (BackupWorld one = new BackupWorld(temp.resolve("one"), 31);
                BackupWorld other = new BackupWorld(temp.resolve("other"), 32)) {
            MemoryBlobs place = new MemoryBlobs(right);
            Site unused = one.addSite(1);
            one.setUp(place);
            Sent first = one.send(place, Sender.Wish.SNAPSHOT);
            other.vault.putText(
                    BackupService.KEY, one.vault.getText(BackupService.KEY).orElseThrow());
            other.clock.advance(ahead);
            Site unusedToo = other.addSite(2);
            other.setUp(place);
            Sent second = other.send(place, Sender.Wish.SNAPSHOT);
            assertThat(first.snapshot()).isNotEqualTo(second.snapshot());
            Sent others = other.send(place, Sender.Wish.EVERYTHING);
            assertThat(others.warnings()).isEmpty();
            assertThat(restored(one, place, Choice.NEWEST)).isEqualTo(other.rows());
            right.advance(Duration.ofHours(2));
            one.clock.advance(Duration.ofHours(2));
            one.edit();
            Sent third = one.send(place, Sender.Wish.SNAPSHOT);
            assertThat(third.snapshot()).isNotNull();
            Sent rest = one.send(place, Sender.Wish.EVERYTHING);
            assertThat(rest.warnings()).isEmpty();
            Restore.remove(temp.resolve("back 0"));
            assertThat(restored(one, place, Choice.NEWEST)).isEqualTo(one.rows());
        }
    }
}
