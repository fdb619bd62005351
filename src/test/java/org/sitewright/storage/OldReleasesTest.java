package org.sitewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.adapter.folder.FolderBlobs;
import org.sitewright.archive.ArchiveReader;
import org.sitewright.archive.ArchivedMoment;
import org.sitewright.backup.AgeIdentity;
import org.sitewright.backup.Choice;
import org.sitewright.backup.Reading;
import org.sitewright.backup.Releases;
import org.sitewright.backup.Restore;
import org.sitewright.secret.FileVault;
import org.sitewright.site.Ids;
import org.sitewright.site.Site;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// Everything that a release has written can be opened by this one, and what a later one writes is refused in words.
@Timeout(180)
class OldReleasesTest {
    @TempDir
    Path temp;

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable task) {
        assertThatThrownBy(task).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.remedy()).contains("Update Sitewright");
        });
    }

    private static void holds(OpenStore open) throws IOException {
        Site site = Releases.site();
        assertThat(open.sites.find(site.id())).contains(site);
        assertThat(site.name()).isEqualTo("Kept through all releases");
        assertThat(new StoredMedia(open.store).list(site.id()))
                .singleElement()
                .satisfies(item -> assertThat(item.fileName()).isEqualTo("small.txt"));
        assertThat(open.store.verify()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"001", "002", "003", "004", "005", "006", "007"})
    void aWorkspaceOfEachMigrationOpensAndIsRebuilt(String migration) throws IOException {
        Path folder = Releases.unpack("workspace-V" + migration + ".zip", temp.resolve("data"));
        boolean hadParts = !migration.equals("001");
        try (OpenStore open = new OpenStore(folder)) {
            assertThat(open.store.notes()).isEmpty();
            if (hadParts) {
                holds(open);
            } else {
                assertThat(open.sites.find(Releases.site().id()).orElseThrow().pages())
                        .hasSize(2);
                assertThat(open.store.verify()).isEmpty();
            }
        }
        if (migration.equals("001") || migration.equals("003")) {
            Files.delete(folder.resolve("database").resolve("sitewright.mv.db"));
            try (OpenStore open = new OpenStore(folder)) {
                assertThat(open.store.verify()).isEmpty();
                assertThat(open.sites.find(Releases.site().id()).orElseThrow().name())
                        .isEqualTo("Kept through all releases");
            }
        }
    }

    /// Whoever adds a migration keeps a workspace of the one before it.
    @Test
    void thereIsAWorkspaceOfEveryMigration() {
        for (int migration = 1; migration <= Integer.parseInt(Database.NEWEST_MIGRATION); migration++) {
            String name = String.format("/releases/workspace-V%03d.zip", migration);
            assertThat(OldReleasesTest.class.getResource(name)).as(name).isNotNull();
        }
    }

    @Test
    void aWorkspaceOfALaterMigrationIsRefusedAndLeftAlone() throws IOException, SQLException {
        Path folder = temp.resolve("later");
        try (OpenStore open = new OpenStore(folder)) {
            assertThat(open.store.notes()).isEmpty();
        }
        Path database = folder.resolve("database").resolve("sitewright");
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:file:" + database.toAbsolutePath(), "sa", "")) {
            connection
                    .createStatement()
                    .execute("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\","
                            + " \"type\", \"script\", \"installed_by\", \"execution_time\", \"success\")"
                            + " values (99, '901', 'later', 'SQL', 'V901__later.sql', 'sa', 1, true)");
        }
        Files.delete(folder.resolve("database").resolve("sealed"));
        refused("SW-DB-VERSION", () -> new OpenStore(folder));
        assertThat(folder.resolve("database").resolve("sitewright.mv.db")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"project-1.zip", "project-2.zip"})
    void aProjectFileOfEachFormatIsRead(String name) throws IOException {
        Path file = temp.resolve(name);
        try (var in = Releases.open(name)) {
            Files.copy(in, file);
        }
        try (ArchiveReader reader = ArchiveReader.open(file)) {
            assertThat(reader.site()).isEqualTo(Releases.site());
            ArchiveReader.Medium medium = reader.media().getFirst();
            try (var in = reader.open(medium.media())) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("a small file");
            }
            List<ArchivedMoment> history = new ArrayList<>();
            reader.history(history::add);
            assertThat(history).hasSize(name.equals("project-2.zip") ? 2 : 0);
            if (!history.isEmpty()) {
                assertThat(history.getLast().site()).contains(Releases.site());
            }
        }
    }

    @Test
    void aProjectFileOfALaterFormatIsRefused() throws IOException {
        Path file = temp.resolve("later.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("format.json"));
            zip.write("{\"sitewright\":3}".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("something/new.bin"));
        }
        refused("SW-IMPORT-NEWER", () -> ArchiveReader.open(file).close());
    }

    @Test
    void aBackupOfTheFirstFormatIsRestoredAndOneOfALaterRefused() throws IOException {
        Path folder = Releases.unpack("backup-1.zip", temp.resolve("place"));
        char[] key;
        try (var in = Releases.open("backup-1.key")) {
            key = new String(in.readAllBytes(), StandardCharsets.US_ASCII).toCharArray();
        }
        Path back = temp.resolve("back");
        try (FolderBlobs place = new FolderBlobs(folder);
                AgeIdentity identity = AgeIdentity.of(key);
                Reading reading = Reading.open(place, identity, temp.resolve("reading"))) {
            var restored = new Restore(reading, new StoresFromBackups(Clock.systemUTC(), new Ids(new Random(1))))
                    .workspace(back, Choice.NEWEST, Progress.NONE, new CancelToken());
            assertThat(restored.files()).isEqualTo(1);
        }
        try (OpenStore open = new OpenStore(back)) {
            holds(open);
        }
        Path format = folder.resolve("format.json");
        Files.writeString(format, Files.readString(format).replaceFirst("(\"sitewright-backup\"\\s*:\\s*)1", "$12"));
        try (FolderBlobs place = new FolderBlobs(folder)) {
            refused("SW-BACKUP-FORMAT", () -> Reading.open(place, AgeIdentity.of(key), temp.resolve("again"))
                    .close());
        }
    }

    @Test
    void aVaultOfTheFirstFormatOpensAndOneOfALaterIsRefused() throws Exception {
        Path file = temp.resolve("a.vault");
        try (var in = Releases.open("vault-1")) {
            Files.copy(in, file);
        }
        try (FileVault vault = FileVault.open(file, FileVault.PASSPHRASE, Releases.PASSPHRASE, new SecureRandom())) {
            assertThat(String.valueOf(vault.getText("target/1").orElseThrow())).isEqualTo(Releases.SECRET);
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[3] = '2';
        byte[] sum = java.security.MessageDigest.getInstance("SHA-256")
                .digest(java.util.Arrays.copyOf(bytes, bytes.length - 32));
        System.arraycopy(sum, 0, bytes, bytes.length - 32, 32);
        Files.write(file, bytes);
        assertThatThrownBy(() -> FileVault.open(file, FileVault.PASSPHRASE, Releases.PASSPHRASE, new SecureRandom())
                        .close())
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.remedy()).contains("Update Sitewright"));
    }
}
