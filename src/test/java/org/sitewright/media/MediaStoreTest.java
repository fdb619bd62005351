package org.sitewright.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.site.MediaId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;

class MediaStoreTest {
    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    Path folder;

    @Test
    void keepsBytesByTheirHash() throws IOException {
        for (MediaStore store : List.of(new FolderMediaStore(folder.resolve("a")), new MemoryMediaStore(folder))) {
            MediaId media = store.put(new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));
            assertThat(media.sha256()).isEqualTo(HELLO);
            assertThat(store.has(media)).isTrue();
            assertThat(store.size(media)).isEqualTo(5);
            assertThat(store.path(media)).hasContent("hello");
            try (InputStream in = store.open(media)) {
                assertThat(in.readAllBytes()).asString().isEqualTo("hello");
            }
        }
    }

    @Test
    void saysWhatIsMissing() {
        MediaId missing = new MediaId("0".repeat(64));
        for (MediaStore store : List.of(new FolderMediaStore(folder.resolve("a")), new MemoryMediaStore(folder))) {
            assertThat(store.has(missing)).isFalse();
            assertMissing(() -> store.open(missing));
            assertMissing(() -> store.path(missing));
            assertMissing(() -> store.size(missing));
        }
    }

    @Test
    void writesAFileOnceAndLeavesNothingElse() throws IOException {
        MediaStore store = new FolderMediaStore(folder);
        Path file = store.path(store.put(new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8))));
        assertThat(file).isEqualTo(folder.resolve("2c").resolve(HELLO));
        FileTime before = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, before);
        Object written = key(file);
        store.put(new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));
        assertThat(key(file)).as("the same file").isEqualTo(written);
        assertThat(Files.getLastModifiedTime(file)).as("wanted again").isGreaterThan(before);
        assertThatThrownBy(() -> store.put(new BrokenStream())).isInstanceOf(Problem.class);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(file);
        }
    }

    @Test
    void takesInMuchAtOnce() throws IOException {
        FolderMediaStore store = new FolderMediaStore(folder.resolve("a"));
        FolderMediaStore.Filling filling = store.filling();
        List<byte[]> contents = new ArrayList<>();
        for (int size : new int[] {0, 5, 100_000, 3_000_001}) {
            byte[] content = new byte[size];
            new Random(size).nextBytes(content);
            contents.add(content);
        }
        contents.add(contents.getLast());
        List<MediaId> names = new ArrayList<>();
        for (byte[] content : contents) {
            names.add(filling.put(new ByteArrayInputStream(content)));
        }
        assertThatThrownBy(() -> filling.put(new BrokenStream())).isInstanceOf(Problem.class);
        filling.finish(new CancelToken());
        for (int i = 0; i < contents.size(); i++) {
            assertThat(names.get(i).sha256()).isEqualTo(Sha256.of(contents.get(i)));
            assertThat(store.path(names.get(i))).hasBinaryContent(contents.get(i));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(4);
        }
    }

    @Test
    void waitsForTheDiskNoLongerThanWanted() {
        FolderMediaStore.Filling filling = new FolderMediaStore(folder.resolve("a")).filling();
        MediaId unused = filling.put(new ByteArrayInputStream(new byte[] {1}));
        CancelToken cancelled = new CancelToken();
        cancelled.cancel();
        assertThatThrownBy(() -> filling.finish(cancelled)).isInstanceOf(CancellationException.class);
    }

    /// Null where the file system has no such thing.
    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private static void assertMissing(Runnable reading) {
        assertThatThrownBy(reading::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo("SW-MEDIA-404"));
    }

    private static final class BrokenStream extends InputStream {
        private int left = 100_000;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            if (left <= 0) {
                throw new IOException("cable pulled");
            }
            left -= count;
            return count;
        }
    }
}
