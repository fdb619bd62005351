package org.sitewright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.blob.BlobSource;
import org.sitewright.blob.BlobStore;
import org.sitewright.blob.MemoryBlobs;
import org.sitewright.journal.JournalPosition;
import org.sitewright.site.MediaId;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// A place that is not what it was: another workspace's, of a later format, with objects that changed places.
@Timeout(120)
class MixedUpPlacesTest {
    private static final int SAME_SIZE = 3000;

    @TempDir
    Path temp;

    private BackupWorld world;
    private MemoryBlobs place;
    private MediaId first;
    private MediaId second;

    @BeforeEach
    void setUp() {
        world = new BackupWorld(temp.resolve("data"), 5);
        place = world.memory();
        Site one = world.addSite(2);
        Site other = world.addSite(1);
        first = world.addMedia(one.id(), SAME_SIZE);
        second = world.addMedia(other.id(), SAME_SIZE);
        world.setUp(place);
        Sent unused = world.send(place, Sender.Wish.SNAPSHOT);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Problem toldBySending(BlobStore at) {
        return Objects.requireNonNull(
                catchThrowableOfType(Problem.class, () -> world.send(at, Sender.Wish.SNAPSHOT)), "it was sent");
    }

    private Problem toldByRestoring() {
        Path folder = temp.resolve("back");
        Problem told = catchThrowableOfType(Problem.class, () -> {
            try (Reading reading = world.reading(place)) {
                Restored unused = new Restore(reading, world.stores)
                        .workspace(folder, Choice.NEWEST, Progress.NONE, new CancelToken());
            }
        });
        return Objects.requireNonNull(told, "it was restored");
    }

    private void replace(String name, byte[] content) {
        place.delete(List.of(name));
        place.putNew(name, BlobSource.of(content));
    }

    @Test
    void theDiskAtThisPathIsAnotherWorkspacesToday() {
        try (BackupWorld other = new BackupWorld(temp.resolve("other"), 6)) {
            MemoryBlobs theirs = other.memory();
            Site unused = other.addSite(1);
            other.setUp(theirs);
            Sent unusedToo = other.send(theirs, Sender.Wish.SNAPSHOT);
            Map<String, byte[]> before = BackupWorld.copy(theirs);
            world.edit();
            Problem told = toldBySending(theirs);
            assertThat(told.code()).isEqualTo("SW-BACKUP-OTHER");
            assertThat(told.remedy()).contains("Choose another bucket or folder");
            assertThat(BackupWorld.copy(theirs)).containsExactlyEntriesOf(before);
            assertThat(world.service.state().fault()).isEqualTo(told.happened());
        }
        assertThat(world.send(place, Sender.Wish.SNAPSHOT).snapshot()).isNotNull();
    }

    @Test
    void theWrongKeyLeavesNothingBehind() {
        Path temporary = temp.resolve("wrong");
        Problem told = catchThrowableOfType(Problem.class, () -> Reading.open(place, AgeIdentity.fresh(), temporary));
        assertThat(Objects.requireNonNull(told).code()).isEqualTo("SW-BACKUP-WRONG-KEY");
        assertThat(told.remedy()).contains("recovery sheet");
        assertThat(temporary).doesNotExist();
    }

    /// It carries no seal, so whoever may write there may write anything into it, and one flipped bit is enough.
    @Test
    void aDamagedFormatFileKeepsNobodyFromTheRest() {
        String whole =
                new String(Objects.requireNonNull(BackupWorld.copy(place).get(Names.FORMAT)), StandardCharsets.UTF_8);
        String workspace =
                world.service.settings().orElseThrow().keys().workspace().toString();
        String another = whole.replace(workspace, "f" + workspace.substring(1).replace('0', '1'));
        int round = 0;
        for (String damaged : List.of(another, whole.substring(9), "")) {
            assertThat(damaged).isNotEqualTo(whole);
            place.delete(List.of(Names.FORMAT));
            if (!damaged.isEmpty()) {
                replace(Names.FORMAT, damaged.getBytes(StandardCharsets.UTF_8));
            }
            try (Reading reading = world.reading(place)) {
                Restored restored = new Restore(reading, world.stores)
                        .workspace(temp.resolve("round" + round++), Choice.NEWEST, Progress.NONE, new CancelToken());
                assertThat(restored.files()).isEqualTo(2);
                assertThat(restored.warnings()).singleElement().asString().contains(Names.FORMAT);
            }
        }
    }

    @Test
    void aLaterFormatIsNeitherReadNorWrittenInto() {
        String format =
                new String(Objects.requireNonNull(BackupWorld.copy(place).get(Names.FORMAT)), StandardCharsets.UTF_8);
        String later = format.replaceFirst("(\"sitewright-backup\" ?: ?)1", "$12");
        assertThat(later).isNotEqualTo(format).hasSameSizeAs(format);
        replace(Names.FORMAT, later.getBytes(StandardCharsets.UTF_8));
        Map<String, byte[]> before = BackupWorld.copy(place);
        world.edit();
        for (Problem told : List.of(toldBySending(place), toldByRestoring())) {
            assertThat(told.code()).isEqualTo("SW-BACKUP-FORMAT");
            assertThat(told.remedy()).startsWith("Update Sitewright");
        }
        assertThat(BackupWorld.copy(place)).containsExactlyEntriesOf(before);
    }

    @Test
    void aSnapshotOfALaterFormatOrOfLaterTablesIsNotRead() {
        JournalPosition at = world.workspace.live().position();
        addSnapshot(2, "001", at);
        assertThat(toldByRestoring().code()).isEqualTo("SW-BACKUP-FORMAT");
        place.delete(List.of(later(at)));
        addSnapshot(1, "900", at);
        Problem told = toldByRestoring();
        assertThat(told.code()).isEqualTo("SW-BACKUP-FORMAT");
        assertThat(told.remedy()).startsWith("Update Sitewright");
    }

    private static String later(JournalPosition at) {
        return Names.snapshot(Instant.parse("2026-03-02T10:00:00Z"), at.sequence());
    }

    /// As a later version would write it: sealed with the workspace's key.
    private void addSnapshot(int format, String schema, JournalPosition at) {
        BackupSettings settings = world.service.settings().orElseThrow();
        String head = Json.write(Json.object()
                .put("format", format)
                .put("workspace", settings.keys().workspace().toString())
                .put("device", settings.device())
                .put("at", "2026-03-02T10:00:00Z")
                .put("sequence", at.sequence())
                .put("hash", at.hash())
                .put("schema", schema));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = Age.encrypting(settings.keys().recipient(), bytes);
                PackWriter pack = new PackWriter(
                        out, Names.plain(later(at)), settings.keys().nameKey())) {
            pack.entry(SnapshotHead.FILE, head.getBytes(StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
        world.clock.advance(java.time.Duration.ofDays(2));
        assertThat(place.putNew(later(at), BlobSource.of(bytes.toByteArray()))).isTrue();
    }

    @Test
    void filesOfTwoSitesThatChangedPlacesAreNamedAndNotTakenForOneAnother() {
        List<String> assets =
                place.list(Names.ASSETS).stream().map(BlobStore.Blob::name).toList();
        assertThat(assets).hasSize(2);
        Map<String, byte[]> before = BackupWorld.copy(place);
        replace(assets.get(0), Objects.requireNonNull(before.get(assets.get(1))));
        replace(assets.get(1), Objects.requireNonNull(before.get(assets.get(0))));
        Problem told = toldByRestoring();
        assertThat(told.code()).isEqualTo("SW-BACKUP-DAMAGED");
        assertThat(told.happened()).containsAnyOf(assets.get(0), assets.get(1));
        Verifier.Report report = world.service.check(place, true, Progress.NONE, new CancelToken());
        assertThat(report.damages().stream().map(Damage::name)).containsExactlyElementsOf(assets);
        Sent unused =
                world.service.repair(place, place, BackupService.Maker.SCHEDULE, Progress.NONE, new CancelToken());
        Path folder = temp.resolve("mended");
        try (Reading reading = world.reading(place)) {
            Restored restored = new Restore(reading, world.stores)
                    .workspace(folder, Choice.NEWEST, Progress.NONE, new CancelToken());
            assertThat(restored.files()).isEqualTo(2);
        }
        var media = new org.sitewright.media.FolderMediaStore(folder.resolve("media"));
        assertThat(media.has(first) && media.has(second)).isTrue();
    }

    @Test
    void partsOfTwoJournalsThatChangedPlacesAreNotFollowed() {
        world.edit();
        Sent unused = world.send(place, Sender.Wish.CHANGES);
        List<Names.Part> parts = Names.parts(place.list(""));
        assertThat(parts).hasSizeGreaterThanOrEqualTo(2);
        Map<String, byte[]> before = BackupWorld.copy(place);
        String one = parts.getFirst().name();
        String other = parts.getLast().name();
        replace(one, Objects.requireNonNull(before.get(other)));
        replace(other, Objects.requireNonNull(before.get(one)));
        Problem told = toldByRestoring();
        assertThat(told.code()).isEqualTo("SW-BACKUP-DAMAGED");
        assertThat(told.happened()).containsAnyOf(Names.plain(one), Names.plain(other));
    }
}
