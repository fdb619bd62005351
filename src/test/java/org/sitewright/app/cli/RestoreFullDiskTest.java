package org.sitewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.adapter.folder.FolderBlobs;
import org.sitewright.app.WorkspaceRestore;
import org.sitewright.backup.AgeIdentity;
import org.sitewright.backup.Choice;
import org.sitewright.backup.Reading;
import org.sitewright.fixture.FullDisk;
import org.sitewright.fixture.FullDiskFiles;
import org.sitewright.publish.TargetSettings;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// The disk fills up while everything is brought back over a workspace that is there.
@Timeout(180)
class RestoreFullDiskTest {
    private static final String PASSWORD = "four words in a row";

    @TempDir
    Path temp;

    private final FullDisk disk = new FullDisk();

    private static Map<String, Long> files(Path folder) {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.toList()) {
                files.put(folder.relativize(file).toString(), Files.isDirectory(file) ? -1 : Files.size(file));
            }
            return files;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Test
    void theWorkspaceThatWasThereIsAsItWas() throws IOException {
        Path home = Files.createDirectories(temp.resolve("home"));
        Path backups = Files.createDirectories(temp.resolve("disk")).resolve("backups");
        RunProgram program = new RunProgram(home.resolve("data")).with("SITEWRIGHT_VAULT_PASSPHRASE", "a passphrase");
        program.input(PASSWORD, "account", "create", "--email", "ada@example.org", "--name", "Ada", "--password-stdin");
        program.json("new", "Bakery", "--starter", "bakery");
        program.json("target", "add", "disk", "--kind", "folder", "--folder", backups.toString());
        program.json("backup", "--now", "--target", "disk");
        String key = program.input(PASSWORD, "backup", "--recovery-key", "--password-stdin")
                .out()
                .strip();
        Map<String, Long> before = files(home);
        long all = files(backups).values().stream().mapToLong(size -> size).sum();
        for (long room : List.of(0L, 10_000L, all / 4, all / 2, all)) {
            disk.fillUpAfter(room);
            Problem told = catchThrowableOfType(Problem.class, () -> restore(home, backups, key));
            disk.free();
            String label = "room for " + room;
            assertThat(told).as(label).isNotNull();
            assertThat(told.code()).as(label).isEqualTo("SW-DISK-FULL");
            assertThat(told.remedy()).as(label).contains("Free some space");
            assertThat(files(home)).as(label).isEqualTo(before);
        }
        program.json("set", "bakery", "home", "hero", "title", "Not in the backup");
        restore(home, backups, key);
        assertThat(program.run("show", "bakery").out()).doesNotContain("Not in the backup");
    }

    private void restore(Path home, Path backups, String key) {
        Path data = new FullDiskFiles(disk).on(home.resolve("data"));
        Path assets = Path.of(System.getProperty("sitewright.assets"));
        WorkspaceRestore restore = new WorkspaceRestore(data, assets, Clock.systemUTC());
        Path scratch = restore.scratch();
        try (AgeIdentity identity = AgeIdentity.of(key.toCharArray());
                FolderBlobs place = new FolderBlobs(backups);
                Reading reading =
                        Reading.open(place, identity, scratch.resolveSibling(scratch.getFileName() + ".parts"))) {
            var unused = restore.run(
                    reading,
                    new TargetSettings.Folder(backups, ""),
                    Choice.NEWEST,
                    scratch,
                    Progress.NONE,
                    new CancelToken());
        }
    }
}
