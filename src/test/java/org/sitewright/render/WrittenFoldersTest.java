package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.render.OutputFolder.Written;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

class WrittenFoldersTest {
    private static final Map<String, String> FILES = Map.of(
            "index.html", "home",
            "404.html", "missing",
            "prices/index.html", "prices",
            "assets/site-0123456789.css", "css");

    @TempDir
    private Path parent;

    @Test
    void whatLooksUntouchedIsNotRead() throws IOException {
        settle();
        // A record that is wrong about what is in the files is believed, so they were not opened.
        FolderRecord record = remembered().record();
        Map<String, String> others = new TreeMap<>(FILES);
        others.replaceAll((path, text) -> text.toUpperCase(Locale.ROOT));
        Map<String, FolderRecord.Entry> files = new HashMap<>(record.files());
        files.replaceAll((path, entry) -> new FolderRecord.Entry(
                TextBuild.tree(others).file(path).orElseThrow().sha256(), entry.stamp()));
        memory().write(out(), remembered(), new FolderRecord.Change(record.clock(), Set.of(), files, Map.of()));

        assertThat(write(others)).isEqualTo(new Written(0, 4, 0, 0));
        assertThat(content()).isEqualTo(FILES);
    }

    @Test
    void whatWasChangedByHandIsFound() throws IOException {
        settle();
        Files.writeString(out().resolve("index.html"), "HOME");
        assertThat(write(FILES)).isEqualTo(new Written(1, 3, 0, 4));
        assertThat(content()).isEqualTo(FILES);
    }

    @Test
    void alsoWithTheSameSizeAndTime() throws IOException {
        settle();
        FileTime time = Files.getLastModifiedTime(out().resolve("index.html"));
        Files.writeString(out().resolve("index.html"), "HOME");
        Files.setLastModifiedTime(out().resolve("index.html"), time);
        assertThat(write(FILES).written()).isEqualTo(1);
        assertThat(content()).isEqualTo(FILES);
    }

    @Test
    void whatIsAsNewAsTheRecordIsRead() throws IOException {
        Path place = Files.writeString(parent.resolve("index.html"), "home");
        FileStamp stamp = FileStamp.of(place).orElseThrow();
        FolderRecord.Entry entry = new FolderRecord.Entry("a", stamp);
        for (boolean folderUnchanged : List.of(true, false)) {
            FolderRecord asNew = new FolderRecord(stamp.newest(), Map.of("index.html", entry), Map.of());
            assertThat(asNew.isUnchanged(entry, place, folderUnchanged)).isFalse();
            FolderRecord newer = new FolderRecord(stamp.newest() + 1, Map.of("index.html", entry), Map.of());
            assertThat(newer.isUnchanged(entry, place, folderUnchanged)).isTrue();
            assertThat(newer.isUnchanged(entry, place.resolveSibling("gone.html"), folderUnchanged))
                    .isFalse();
        }
        FileStamp folder = new FileStamp(FileStamp.Kind.FOLDER, 0, 900, 1_000, 8);
        assertThat(new FolderRecord(1_000, Map.of(), Map.of("", folder)).isUnchangedFolder(folder, folder))
                .isFalse();
        assertThat(new FolderRecord(1_001, Map.of(), Map.of("", folder)).isUnchangedFolder(folder, folder))
                .isTrue();
    }

    @Test
    void whatWasDeletedByHandComesBack() throws IOException {
        settle();
        delete(out().resolve("prices"));
        assertThat(write(FILES)).isEqualTo(new Written(1, 3, 0, 6));
        assertThat(content()).isEqualTo(FILES);
    }

    @Test
    void whatSomebodyPutThereIsRemoved() throws IOException {
        settle();
        Files.writeString(out().resolve("prices/old.html"), "old");
        Files.createDirectories(out().resolve("prices/deep/deeper"));
        Files.writeString(out().resolve("prices/deep/deeper/x.txt"), "x");
        assertThat(write(FILES)).isEqualTo(new Written(0, 4, 2, 0));
        assertThat(content()).isEqualTo(FILES);
        assertThat(out().resolve("prices/deep")).doesNotExist();
    }

    @Test
    void aDamagedRecordIsAsGoodAsNone() throws IOException {
        settle();
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at += 3) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            Files.write(file(), damaged);
            Files.writeString(out().resolve("index.html"), "HOME");
            assertThat(write(FILES).written()).as("byte " + at).isEqualTo(1);
            assertThat(content()).isEqualTo(FILES);
        }
    }

    @Test
    void anotherVersionOrAnotherStartOfTheComputerCountsAsNone() throws IOException {
        settle();
        assertThat(remembered().record().files()).hasSize(4);
        assertThat(new WrittenFolders(records(), "later")
                        .read(out().toRealPath())
                        .record())
                .isEqualTo(FolderRecord.NONE);
        byte[] other = Files.readAllBytes(file());
        System.arraycopy(FolderRecordBytes.head("x"), 0, other, 0, FolderRecordBytes.head("x").length);
        Files.write(file(), other);
        assertThat(remembered().record()).isEqualTo(FolderRecord.NONE);
        new WrittenFolders(records(), "")
                .write(out(), remembered(), new FolderRecord.Change(1, Set.of("x"), Map.of(), Map.of()));
        assertThat(Files.readAllBytes(file())).isEqualTo(other);
    }

    @Test
    void anEndBetweenFilesAndRecordLeavesNoRecordThatLies() throws IOException {
        settle();
        byte[] before = Files.readAllBytes(file());
        Map<String, String> changed = new TreeMap<>(FILES);
        changed.put("index.html", "HOME");
        changed.remove("prices/index.html");
        write(changed);
        Files.write(file(), before);

        assertThat(write(FILES)).isEqualTo(new Written(2, 2, 0, 10));
        assertThat(content()).isEqualTo(FILES);
    }

    @Test
    void theLastRecordStaysInMemoryUntilItsFileLooksOtherwise() throws IOException {
        settle();
        WrittenFolders open = memory();
        FolderRecordBytes.Read read = open.read(out());
        assertThat(open.read(out())).isSameAs(read);

        write(open, Map.of("index.html", "HOME", "404.html", "missing", "assets/site-0123456789.css", "css"));
        FolderRecordBytes.Read added = open.read(out());
        assertThat(open.read(out())).isSameAs(added).isEqualTo(remembered()).isNotEqualTo(read);

        write(FILES);
        assertThat(open.read(out())).isEqualTo(remembered()).isNotEqualTo(added);
        Files.delete(file());
        assertThat(open.read(out())).isEqualTo(FolderRecordBytes.Read.NONE);
    }

    @Test
    void whateverIsDoneToTheFolderItHoldsTheBuildAfterwards() throws IOException {
        Random random = new Random(32);
        byte[] old = new byte[0];
        WrittenFolders open = memory();
        for (int round = 0; round < 300; round++) {
            Map<String, String> files = new TreeMap<>(FILES);
            for (int page = 0; page < 6; page++) {
                if (random.nextInt(4) > 0) {
                    files.put("page-" + page + "/index.html", "text " + random.nextInt(3));
                }
            }
            write(random.nextInt(4) > 0 ? open : memory(), files);
            assertThat(content()).as("round " + round).isEqualTo(files);
            assertThat(open.read(out())).as("round " + round).isEqualTo(remembered());
            byte[] now = Files.readAllBytes(file());
            switch (random.nextInt(8)) {
                case 0 -> Files.writeString(any(random), "text 9");
                case 1 -> Files.delete(any(random));
                case 2 -> Files.writeString(any(random).resolveSibling("other.html"), "other");
                case 3 -> Files.move(any(random), out().resolve("moved.html"));
                case 4 -> Files.write(file(), old);
                case 5 -> rewriteWithItsTime(any(random));
                case 6 -> swap(any(random), any(random));
                default -> Files.write(file(), List.of(new String(now, StandardCharsets.ISO_8859_1)));
            }
            old = now;
        }
    }

    private static void rewriteWithItsTime(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "text 8");
        Files.setLastModifiedTime(file, time);
    }

    private void swap(Path one, Path other) throws IOException {
        Path aside = parent.resolve("aside");
        Files.move(one, aside);
        if (!one.equals(other)) {
            Files.move(other, one);
        }
        Files.move(aside, other);
    }

    private Path any(Random random) throws IOException {
        List<String> paths = List.copyOf(new TreeMap<>(content()).keySet()).stream()
                .filter(path -> !FILES.containsKey(path) || path.startsWith("prices/"))
                .toList();
        return out().resolve(paths.get(random.nextInt(paths.size())));
    }

    /// Writes until everything in the folder is older than the record.
    private void settle() throws IOException {
        FolderRecord record = FolderRecord.NONE;
        do {
            write(FILES);
            record = remembered().record();
        } while (!record.files().values().stream()
                .allMatch(each -> isSettled(each, remembered().record())));
        assertThat(content()).isEqualTo(FILES);
    }

    private static boolean isSettled(FolderRecord.Entry entry, FolderRecord record) {
        return entry.stamp().newest() < record.clock();
    }

    private FolderRecordBytes.Read remembered() {
        return memory().read(out());
    }

    private WrittenFolders memory() {
        return new WrittenFolders(records(), "start");
    }

    private Path records() {
        return parent.resolve("records");
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(records())) {
            return files.reduce((one, other) -> {
                        throw new AssertionError("two records");
                    })
                    .orElseThrow();
        }
    }

    private Path out() {
        try {
            return parent.toRealPath().resolve("out");
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private Written write(Map<String, String> files) {
        return write(memory(), files);
    }

    private Written write(WrittenFolders memory, Map<String, String> files) {
        return new OutputFolder(out(), memory).write(TextBuild.tree(files), false, Progress.NONE, new CancelToken());
    }

    private Map<String, String> content() throws IOException {
        return TextBuild.content(out());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
