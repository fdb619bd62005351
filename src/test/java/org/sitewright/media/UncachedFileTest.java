package org.sitewright.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UncachedFileTest {
    private static final int BLOCK = UncachedFile.BLOCK;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, 4_096, BLOCK - 1, BLOCK, BLOCK + 1, BLOCK + 4_096, 2 * BLOCK + 8_191, 3 * BLOCK, 3 * BLOCK + 5
            })
    void writesEveryLength(int length) throws IOException {
        long block = Files.getFileStore(folder).getBlockSize();
        assertWritten(length, block);
    }

    /// A way that is not there, one that is refused at the first bytes, and one that is refused at the last.
    @ParameterizedTest
    @ValueSource(longs = {0, 3, 1, 512})
    void goesTheUsualWayWhereTheOtherIsRefused(long alignment) throws IOException {
        assertWritten(2 * BLOCK + 777, alignment);
    }

    @Test
    void mayBeClosedTwice() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        UncachedFile out = new UncachedFile(file, 4_096);
        out.write('a');
        out.close();
        out.close();
        assertThat(file).hasContent("a");
    }

    private void assertWritten(int length, long alignment) throws IOException {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        Path file = Files.createFile(folder.resolve("file"));
        try (OutputStream out = new UncachedFile(file, alignment)) {
            int from = 0;
            for (int part = 1; from < length; part = Math.min(65_537, part * 3)) {
                int some = Math.min(part, length - from);
                out.write(content, from, some);
                from += some;
            }
        }
        assertThat(file).hasBinaryContent(content);
    }
}
