package org.sitewright.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.blob.BlobSource;
import org.sitewright.blob.MemoryBlobs;
import org.sitewright.fixture.Campaign;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// Flipped bits, cut ends, objects that are gone or changed places: each must be seen and named, with what this
/// computer remembers and also with nothing but the key.
class DamageCampaignTest {
    private static final int ONLY_KEY_EVERY = 5;

    @TempDir
    Path temp;

    private enum Harm {
        FLIP,
        CUT,
        DELETE,
        SWAP
    }

    @Test
    @Timeout(180)
    void everyDamageIsSeenAndNamed() {
        long seed = Campaign.seed("damaged backups");
        Random random = new Random(seed);
        try (BackupWorld world = new BackupWorld(temp.resolve("data"), seed)) {
            MemoryBlobs place = world.memory();
            fill(world, place);
            Map<String, byte[]> whole = BackupWorld.copy(place);
            List<String> names = List.copyOf(whole.keySet());
            Index index = Index.open(
                    world.folder.resolve("backup").resolve("objects-" + new java.util.UUID(7, 7) + ".jsonl"));
            int rounds = Campaign.rounds(500, 10_000);
            for (int round = 0; round < rounds; round++) {
                Harm harm = Harm.values()[round % Harm.values().length];
                Set<String> harmed = harm(place, whole, names, harm, random);
                String label = "seed " + seed + ", round " + round + ", " + harm + " of " + harmed;
                Verifier.Report report = new Verifier(place, index, new CancelToken()).allBytes(Progress.NONE);
                assertThat(report.damages().stream().map(Damage::name).collect(Collectors.toSet()))
                        .as(label)
                        .isEqualTo(harmed);
                if (round / Harm.values().length % ONLY_KEY_EVERY == 0) {
                    assertThat(seenWithTheKeyOnly(world, place, harmed, harm))
                            .as(label)
                            .isTrue();
                }
                heal(place, whole, harmed);
            }
            assertThat(new Verifier(place, index, new CancelToken())
                            .allBytes(Progress.NONE)
                            .damages())
                    .isEmpty();
            System.out.printf("%d damages of %d objects, all named%n", rounds, names.size());
        }
    }

    private static void fill(BackupWorld world, MemoryBlobs place) {
        for (int day = 0; day < 3; day++) {
            for (int i = 0; i < 8; i++) {
                world.edit();
            }
            if (day == 0) {
                world.setUp(place);
            }
            world.send(place, Sender.Wish.SNAPSHOT);
            world.edit();
            world.send(place, Sender.Wish.CHANGES);
            world.clock.advance(java.time.Duration.ofDays(1));
        }
    }

    private static Set<String> harm(
            MemoryBlobs place, Map<String, byte[]> whole, List<String> names, Harm harm, Random random) {
        String name = names.get(random.nextInt(names.size()));
        byte[] bytes = Objects.requireNonNull(whole.get(name)).clone();
        Set<String> harmed = new TreeSet<>(Set.of(name));
        place.delete(List.of(name));
        switch (harm) {
            case DELETE -> {}
            case FLIP -> {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                place.putNew(name, BlobSource.of(bytes));
            }
            case CUT -> place.putNew(name, BlobSource.of(Arrays.copyOf(bytes, random.nextInt(bytes.length))));
            case SWAP -> {
                String other = name;
                while (other.equals(name)) {
                    other = names.get(random.nextInt(names.size()));
                }
                place.delete(List.of(other));
                place.putNew(name, BlobSource.of(Objects.requireNonNull(whole.get(other))));
                place.putNew(other, BlobSource.of(bytes));
                harmed.add(other);
            }
        }
        return harmed;
    }

    private static void heal(MemoryBlobs place, Map<String, byte[]> whole, Set<String> harmed) {
        place.delete(harmed);
        harmed.forEach(name -> place.putNew(name, BlobSource.of(Objects.requireNonNull(whole.get(name)))));
    }

    /// A new computer remembers nothing. That the newest part or snapshot is gone cannot be known there. Without a good
    /// file that names the format everything else is still read, unless that file speaks of a later version.
    private boolean seenWithTheKeyOnly(BackupWorld world, MemoryBlobs place, Set<String> harmed, Harm harm) {
        Index nothing = Index.open(temp.resolve("nothing"));
        try (Reading reading = world.reading(place)) {
            Verifier.Report report = new Verifier(place, nothing, new CancelToken()).everything(reading, Progress.NONE);
            Set<String> named = report.damages().stream().map(Damage::name).collect(Collectors.toSet());
            boolean mayBeUnknown =
                    harm == Harm.DELETE && harmed.stream().noneMatch(name -> name.startsWith(Names.ASSETS));
            return mayBeUnknown || named.stream().anyMatch(harmed::contains);
        } catch (Problem told) {
            return told.code().equals("SW-BACKUP-FORMAT") && harmed.contains(Names.FORMAT);
        }
    }
}
