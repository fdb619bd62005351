package org.sitewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitewright.storage.OpenStore.CHANGE;
import static org.sitewright.storage.OpenStore.USER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.Campaign;
import org.sitewright.fixture.DatabaseFiles;
import org.sitewright.fixture.RecordingDisk;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.Value;

/// What journal and database file may hold after the power went: what was forced, and of everything after it any part
/// in any order, torn or not at all. Opened again, exactly the acknowledged state is there, and at most the change that
/// was being saved.
class StorePowerCutCampaignTest {
    private static final int IMAGES = Campaign.rounds(100, 2_000);
    private static final int IMAGES_A_RUN = 25;
    private static final int SAVES = 24;

    @TempDir
    Path temp;

    private final Site site = new SomeSite(42, USER).bakery(3);

    private Site numbered(int count) {
        Site named = site.withDetails("Save " + count, "", "en");
        Section section = named.pages().get(count % 3).sections().getFirst();
        Site edited = named.withSection(
                section.id(), old -> old.withContent(old.content().with("title", new Value.Text("Title " + count))));
        return count % 7 == 0 ? edited.withPages(edited.pages().reversed()) : edited;
    }

    /// Saves a site again and again on a disk that is written down.
    private List<Integer> saves(Path folder, RecordingDisk disk, Random random) {
        String scheme = DatabaseFiles.through(folder, disk);
        StoreOpening.Hooks hooks = new StoreOpening.Hooks(
                disk.files(),
                new Database.Access(scheme, UnaryOperator.identity()),
                Duration.ofMillis(5 + random.nextInt(60)));
        List<Integer> acknowledgedAt = new ArrayList<>();
        try (OpenStore open = new OpenStore(folder, hooks)) {
            for (int count = 1; count <= SAVES; count++) {
                open.sites.save(numbered(count), CHANGE);
                acknowledgedAt.add(disk.steps());
            }
        }
        return acknowledgedAt;
    }

    @Test
    @Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyImageOpensWithWhatWasAcknowledged() throws IOException {
        long seed = Campaign.seed("power cuts of the store");
        Random random = new Random(seed);
        int rebuilt = 0;
        for (int run = 0; run < IMAGES / IMAGES_A_RUN; run++) {
            Path folder = temp.resolve("run" + run).toAbsolutePath();
            try (OpenStore open = new OpenStore(folder)) {
                open.sites.create(numbered(0), CHANGE);
            }
            RecordingDisk disk = new RecordingDisk();
            List<Integer> acknowledgedAt = saves(folder, disk, random);
            for (int image = 0; image < IMAGES_A_RUN; image++) {
                int cut = random.nextInt(disk.steps() + 1);
                int saved = (int)
                        acknowledgedAt.stream().filter(step -> step <= cut).count();
                Path after = temp.resolve("image" + run + "-" + image);
                disk.image(cut, random, file -> after.resolve(folder.relativize(file)));
                rebuilt += opened(after, saved, "seed " + seed + ", run " + run + ", cut at " + cut) ? 1 : 0;
            }
        }
        System.out.println(IMAGES + " images of the store, all exact, " + rebuilt + " of them rebuilt");
    }

    /// @return whether the database was rebuilt
    private boolean opened(Path folder, int saved, String label) throws IOException {
        boolean rebuilt;
        try (OpenStore open = new OpenStore(folder)) {
            rebuilt = open.store.notes().stream().anyMatch(note -> note.contains("set aside"));
            Site found = open.sites.find(site.id()).orElseThrow();
            int count = Integer.parseInt(found.name().substring("Save ".length()));
            assertThat(count).as(label).isBetween(saved, Math.min(SAVES, saved + 1));
            assertThat(found).as(label).isEqualTo(numbered(count));
            assertThat(open.store.verify()).as(label).isEmpty();
            open.sites.save(numbered(99), CHANGE);
        }
        assertThat(Files.exists(folder.resolve("database").resolve("sealed")))
                .as(label)
                .isTrue();
        return rebuilt;
    }
}
