package org.sitewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.sitewright.storage.OpenStore.CHANGE;
import static org.sitewright.storage.OpenStore.USER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.Campaign;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.Site;

/// Bits that flip in the database's file and in the end of the journal. What was damaged is named or rebuilt; nothing
/// comes back silently wrong.
class StoreDamageCampaignTest {
    private static final int TAIL = 6000;

    @TempDir
    Path temp;

    private final Site site = new SomeSite(9, USER).bakery(3);
    private final Site last = site.withDetails("The last name", "", "en");

    private Path store() {
        Path folder = temp.resolve("whole");
        try (OpenStore open = new OpenStore(folder)) {
            open.sites.create(site, CHANGE);
            for (int i = 0; i < 10; i++) {
                open.sites.save(site.withDetails("Name " + i, "", "en"), CHANGE);
            }
            open.sites.save(last, CHANGE);
        }
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        }
    }

    private static Path database(Path folder) {
        return folder.resolve("database").resolve("sitewright.mv.db");
    }

    private static byte[] flipped(byte[] whole, int from, Random random) {
        byte[] bytes = whole.clone();
        bytes[from + random.nextInt(bytes.length - from)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    @Test
    @Timeout(300)
    void aFlipInAClosedDatabaseIsSeenAndMended() throws IOException {
        long seed = Campaign.seed("flips in a closed database");
        Random random = new Random(seed);
        Path folder = store();
        byte[] whole = Files.readAllBytes(database(folder));
        String seal = Files.readString(folder.resolve("database").resolve("sealed"));
        for (int flip = 0; flip < Campaign.rounds(200, 5_000); flip++) {
            Files.write(database(folder), flipped(whole, 0, random));
            assertThat(catchThrowable(() -> DatabaseSeal.of(database(folder)).breakOpen()))
                    .as("seed %d, flip %d", seed, flip)
                    .isInstanceOf(DatabaseSeal.Broken.class);
            Files.writeString(folder.resolve("database").resolve("sealed"), seal);
        }
        try (OpenStore open = new OpenStore(folder)) {
            assertThat(open.store.notes()).anyMatch(note -> note.contains("rebuilt from the journal"));
            assertThat(open.store.endedInOrder()).isTrue();
            assertThat(open.sites.find(site.id())).contains(last);
            assertThat(open.store.verify()).isEmpty();
        }
    }

    /// After the power went there is no seal; H2 sees some of it, the check against the journal the rest.
    @Test
    @Timeout(600)
    void aFlipInADatabaseThatWasNotClosedIsNamedOrMended() throws IOException {
        long seed = Campaign.seed("flips in a database that was not closed");
        Random random = new Random(seed);
        Path whole = store();
        byte[] bytes = Files.readAllBytes(database(whole));
        int rebuilt = 0;
        int named = 0;
        int flips = Campaign.rounds(12, 300);
        for (int flip = 0; flip < flips; flip++) {
            Path folder = temp.resolve("flip" + flip);
            copy(whole, folder);
            Files.delete(folder.resolve("database").resolve("sealed"));
            Files.write(database(folder), flipped(bytes, 0, random));
            boolean wrong;
            try (OpenStore open = new OpenStore(folder)) {
                assertThat(open.store.endedInOrder()).isFalse();
                rebuilt += open.store.notes().isEmpty() ? 0 : 1;
                wrong = !open.store.verify().isEmpty();
                named += wrong ? 1 : 0;
                if (!wrong) {
                    assertThat(open.sites.find(site.id()))
                            .as("seed %d, flip %d", seed, flip)
                            .contains(last);
                }
            }
            if (wrong) {
                try (OpenStore open = new OpenStore(folder)) {
                    assertThat(open.store.notes())
                            .as("seed %d, flip %d", seed, flip)
                            .isNotEmpty();
                    assertThat(open.store.verify())
                            .as("seed %d, flip %d", seed, flip)
                            .isEmpty();
                    assertThat(open.sites.find(site.id())).contains(last);
                }
            }
        }
        System.out.printf(
                "%d flips: %d rebuilt at once, %d named and rebuilt at the next start, the rest hit nothing in use%n",
                flips, rebuilt, named);
    }

    @Test
    @Timeout(600)
    void aFlipInTheEndOfTheJournalIsNamedAndLosesNoState() throws IOException {
        long seed = Campaign.seed("flips in the journal's end");
        Random random = new Random(seed);
        Path whole = store();
        byte[] journal = Files.readAllBytes(whole.resolve("journal").resolve("001.log"));
        for (int flip = 0; flip < Campaign.rounds(10, 250); flip++) {
            Path folder = temp.resolve("tail" + flip);
            copy(whole, folder);
            Files.write(
                    folder.resolve("journal").resolve("001.log"),
                    flipped(journal, Math.max(0, journal.length - TAIL), random));
            try (OpenStore open = new OpenStore(folder)) {
                List<String> told = open.store.verify();
                assertThat(told).as("seed %d, flip %d", seed, flip).anyMatch(fault -> fault.startsWith("Journal"));
                assertThat(open.sites.find(site.id()))
                        .as("seed %d, flip %d", seed, flip)
                        .contains(last);
                open.sites.save(site, CHANGE);
                assertThat(open.sites.find(site.id())).contains(site);
            }
        }
    }
}
