package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.render.OutputFolder.Written;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

class OutputFolderTest {
    private static final Map<String, String> FILES = Map.of(
            "index.html", "home",
            "404.html", "missing",
            "prices/index.html", "prices",
            "assets/site-0123456789.css", "css");

    @TempDir
    private Path parent;

    @Test
    void writesABuildAndNothingElse() throws IOException {
        Written written = write(FILES, false);
        assertThat(written).isEqualTo(new Written(4, 0, 0, 20));
        assertThat(content()).isEqualTo(FILES);
    }

    @Test
    void whatDidNotChangeIsNotRewritten() throws IOException {
        write(FILES, false);
        FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        for (String path : FILES.keySet()) {
            Files.setLastModifiedTime(out().resolve(path), old);
        }
        Map<String, String> changed = new TreeMap<>(FILES);
        changed.put("index.html", "HOME");

        assertThat(write(changed, false)).isEqualTo(new Written(1, 3, 0, 4));
        assertThat(content()).isEqualTo(changed);
        assertThat(Files.getLastModifiedTime(out().resolve("prices/index.html")))
                .isEqualTo(old);
        assertThat(Files.getLastModifiedTime(out().resolve("index.html"))).isNotEqualTo(old);
    }

    @Test
    void whatIsNoLongerThereIsRemovedWithItsFolder() throws IOException {
        write(FILES, false);
        Files.writeString(out().resolve("prices/.index.html.part"), "half");
        Map<String, String> fewer = new TreeMap<>(FILES);
        fewer.remove("prices/index.html");

        assertThat(write(fewer, false)).isEqualTo(new Written(0, 3, 2, 0));
        assertThat(content()).isEqualTo(fewer);
        assertThat(out().resolve("prices")).doesNotExist();
    }

    @Test
    void aFolderOfSomethingElseIsRefusedUntouched() throws IOException {
        Files.createDirectories(out());
        Files.writeString(out().resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> write(FILES, false))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("SW-OUT-NOT-OURS"));
        assertThat(content()).isEqualTo(Map.of("thesis.txt", "years of work"));

        Files.writeString(out().resolve("index.html"), "another program's");
        Files.writeString(out().resolve("404.html"), "another program's");
        assertThatThrownBy(() -> write(FILES, false)).isInstanceOf(Problem.class);

        assertThat(write(FILES, true).removed()).isEqualTo(1);
        assertThat(content()).isEqualTo(FILES);
    }

    @Test
    void aFolderThatCannotBeIsSaidInWords() throws IOException {
        Files.writeString(out(), "a file");
        assertThatThrownBy(() -> write(FILES, false)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("SW-OUT-WRITE");
            assertThat(problem.happened()).contains(out().toString());
        });
    }

    @Test
    void stopsWhenAsked() throws IOException {
        CancelToken cancel = new CancelToken();
        List<String> seen = new ArrayList<>();
        Progress progress = (done, of, what) -> {
            seen.add(what);
            if (seen.size() == 2) {
                cancel.cancel();
            }
        };
        assertThatThrownBy(() -> new OutputFolder(out()).write(TextBuild.tree(FILES), false, progress, cancel))
                .isInstanceOf(CancellationException.class);
        assertThat(content()).hasSizeLessThan(FILES.size()).allSatisfy((path, text) -> assertThat(text)
                .isEqualTo(FILES.get(path)));
    }

    private Path out() {
        return parent.resolve("out");
    }

    private Written write(Map<String, String> files, boolean clean) {
        return new OutputFolder(out()).write(TextBuild.tree(files), clean, Progress.NONE, new CancelToken());
    }

    private Map<String, String> content() throws IOException {
        return TextBuild.content(out());
    }
}
