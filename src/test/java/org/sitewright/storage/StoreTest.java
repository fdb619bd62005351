package org.sitewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sitewright.storage.OpenStore.CHANGE;
import static org.sitewright.storage.OpenStore.USER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.FullDisk;
import org.sitewright.fixture.SomeSite;
import org.sitewright.journal.Journal;
import org.sitewright.journal.JournalEntry;
import org.sitewright.journal.RowChange;
import org.sitewright.journal.SegmentFiles;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import org.sitewright.work.Problem;

class StoreTest {
    @TempDir
    Path folder;

    private final Site site = new SomeSite(3, USER).bakery(2);

    private Path database() {
        return folder.resolve("database").resolve("sitewright.mv.db");
    }

    private Path journal() {
        return folder.resolve("journal").resolve("001.log");
    }

    private static Site renamed(Site site, String name) {
        return site.withDetails(name, "", "en");
    }

    private String name(OpenStore open) {
        return open.sites.find(site.id()).orElseThrow().name();
    }

    @Test
    void aCommitThatFailsIsTakenBack() {
        FailingCommits commits = new FailingCommits();
        StoreOpening.Hooks hooks = new StoreOpening.Hooks(
                SegmentFiles.ON_DISK, new Database.Access("file", commits::around), Duration.ofHours(1));
        try (OpenStore open = new OpenStore(folder, hooks)) {
            open.sites.create(site, CHANGE);
            commits.set(FailingCommits.Mode.BEFORE);
            assertThatThrownBy(() -> open.sites.save(renamed(site, "Lost"), CHANGE))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("SW-STORE"));
            commits.set(FailingCommits.Mode.NEVER);
            assertThat(name(open)).isEqualTo(site.name());
            open.sites.save(renamed(site, "Kept"), CHANGE);
            assertThat(open.store.verify()).isEmpty();
        }
        try (OpenStore open = new OpenStore(folder)) {
            assertThat(open.store.notes()).isEmpty();
            assertThat(name(open)).isEqualTo("Kept");
        }
    }

    @Test
    void aCommitWhoseAnswerWasLostCounts() {
        FailingCommits commits = new FailingCommits();
        StoreOpening.Hooks hooks = new StoreOpening.Hooks(
                SegmentFiles.ON_DISK, new Database.Access("file", commits::around), Duration.ofHours(1));
        try (OpenStore open = new OpenStore(folder, hooks)) {
            open.sites.create(site, CHANGE);
            commits.set(FailingCommits.Mode.AFTER);
            open.sites.save(renamed(site, "Kept"), CHANGE);
            commits.set(FailingCommits.Mode.NEVER);
            assertThat(name(open)).isEqualTo("Kept");
            assertThat(open.store.verify()).isEmpty();
        }
    }

    @Test
    void whatTheDatabaseLostIsReplayed() throws IOException {
        byte[] older;
        try (OpenStore open = new OpenStore(folder)) {
            open.sites.create(site, CHANGE);
        }
        older = Files.readAllBytes(database());
        try (OpenStore open = new OpenStore(folder)) {
            open.sites.save(renamed(site, "Two"), CHANGE);
            open.sites.save(renamed(site, "Three").withPages(List.of(site.home())), CHANGE);
        }
        Files.write(database(), older);
        Files.delete(database().resolveSibling("sealed"));
        try (OpenStore open = new OpenStore(folder)) {
            assertThat(open.sites.find(site.id()))
                    .contains(renamed(site, "Three").withPages(List.of(site.home())));
            assertThat(open.store.notes()).isEmpty();
            assertThat(open.store.verify()).isEmpty();
        }
    }

    @Test
    void aTornTailIsCutAndTold() throws IOException {
        try (OpenStore open = new OpenStore(folder)) {
            open.sites.create(site, CHANGE);
        }
        byte[] whole = Files.readAllBytes(journal());
        byte[] torn = Arrays.copyOf(whole, whole.length + 60);
        System.arraycopy(whole, 44, torn, whole.length, 60);
        Files.write(journal(), torn);
        try (OpenStore open = new OpenStore(folder)) {
            assertThat(open.store.notes()).singleElement().asString().contains("half-written");
            assertThat(name(open)).isEqualTo(site.name());
            open.sites.save(renamed(site, "On it goes"), CHANGE);
            assertThat(open.store.verify()).isEmpty();
        }
    }

    @Test
    void aDamagedDatabaseIsSetAsideAndRebuilt() throws IOException {
        try (OpenStore open = new OpenStore(folder)) {
            open.sites.create(site, CHANGE);
            open.sites.save(renamed(site, "Rescued"), CHANGE);
        }
        byte[] bytes = Files.readAllBytes(database());
        byte[] noise = new byte[bytes.length];
        new Random(5).nextBytes(noise);
        Files.write(database(), noise);
        try (OpenStore open = new OpenStore(folder)) {
            assertThat(open.store.notes()).hasSize(2);
            assertThat(open.store.notes().getFirst()).contains("set aside as sitewright-damaged-");
            assertThat(name(open)).isEqualTo("Rescued");
            assertThat(open.accounts.find(USER)).isPresent();
            assertThat(open.store.verify()).isEmpty();
        }
        try (Stream<Path> files = Files.list(database().getParent())) {
            assertThat(files.filter(file -> file.getFileName().toString().contains("damaged")))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept).hasBinaryContent(noise));
        }
    }

    @Test
    void aDatabaseCutInHalfIsRebuiltOrWhole() throws IOException {
        try (OpenStore open = new OpenStore(folder)) {
            open.sites.create(site, CHANGE);
            open.sites.save(renamed(site, "Rescued"), CHANGE);
        }
        byte[] bytes = Files.readAllBytes(database());
        Files.write(database(), Arrays.copyOf(bytes, bytes.length / 2));
        try (OpenStore open = new OpenStore(folder)) {
            assertThat(name(open)).isEqualTo("Rescued");
            assertThat(open.store.verify()).isEmpty();
        }
    }

    @Test
    void aDamagedJournalIsToldAndWorkGoesOn() throws IOException {
        try (OpenStore open = new OpenStore(folder)) {
            open.sites.create(site, CHANGE);
            open.sites.save(renamed(site, "Two"), CHANGE);
        }
        byte[] bytes = Files.readAllBytes(journal());
        bytes[bytes.length / 3] ^= 4;
        Files.write(journal(), bytes);
        try (OpenStore open = new OpenStore(folder)) {
            assertThat(name(open)).isEqualTo("Two");
            assertThat(open.store.notes()).isNotEmpty();
            assertThat(open.store.verify()).anyMatch(fault -> fault.startsWith("Journal: 001.log: cannot be read"));
            open.sites.save(renamed(site, "Three"), CHANGE);
            assertThat(name(open)).isEqualTo("Three");
        }
    }

    @Test
    void aFullDiskIsToldAndWorkGoesOnAfterwards() {
        FullDisk disk = new FullDisk();
        StoreOpening.Hooks hooks = new StoreOpening.Hooks(disk.files(), Database.Access.PLAIN, Duration.ofHours(1));
        try (OpenStore open = new OpenStore(folder, hooks)) {
            open.sites.create(site, CHANGE);
            for (int left = 0; left < 2000; left += 190) {
                disk.fillUpAfter(left);
                // Longer than the room that the journal has taken ahead.
                Site large = renamed(site, "Lost").withDetails("Lost", "long ".repeat(19_000), "en");
                assertThatThrownBy(() -> open.sites.save(large, CHANGE))
                        .isInstanceOfSatisfying(Problem.class, problem -> {
                            assertThat(problem.code()).isEqualTo("SW-DISK-FULL");
                            assertThat(problem.remedy()).contains("Free some space");
                        });
                assertThat(name(open)).isEqualTo(site.name());
            }
            disk.free();
            open.sites.save(renamed(site, "Kept"), CHANGE);
            assertThat(open.store.verify()).isEmpty();
        }
    }

    @Test
    void aRowThatWasChangedBehindItsBackIsFound() throws Exception {
        try (OpenStore open = new OpenStore(folder)) {
            open.sites.create(site, CHANGE);
            open.store.read(session -> session.doReturningWork(connection ->
                    connection.createStatement().executeUpdate("update projects set name = 'Silently wrong'")));
            assertThat(open.store.verify())
                    .containsExactly("Database: projects " + site.id() + " is not what the journal says.");
        }
    }

    @Test
    void aChangeThatCannotBeReplayedIsTold() {
        try (OpenStore open = new OpenStore(folder)) {
            open.sites.create(site, CHANGE);
        }
        try (Journal journal = Journal.open(folder.resolve("journal"), SegmentFiles.ON_DISK, 0)) {
            journal.append(new JournalEntry(
                    OpenStore.NOW,
                    "",
                    "",
                    "x",
                    "Broken row",
                    "site",
                    "1",
                    Json.object(),
                    Json.object(),
                    List.of(new RowChange.Put(
                            "projects", site.id().toString(), Json.object().put("status", "nonsense")))));
        }
        try (OpenStore open = new OpenStore(folder)) {
            assertThat(open.store.notes()).singleElement().asString().contains("Broken row");
            assertThat(name(open)).isEqualTo(site.name());
        }
    }

    @Test
    void aSecondOpeningOfTheFolderIsRefused() {
        try (DataFolderLock lock = DataFolderLock.acquire(folder)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> DataFolderLock.acquire(folder))
                    .isInstanceOf(DataFolderLock.AlreadyOpen.class)
                    .hasMessageContaining("already open");
        }
        DataFolderLock.acquire(folder).close();
    }
}
