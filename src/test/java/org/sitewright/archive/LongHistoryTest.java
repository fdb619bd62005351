package org.sitewright.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.SomeSite;
import org.sitewright.media.FolderMediaStore;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// A site with a very long history goes into a project file moment by moment, and all of it comes out again.
@Timeout(120)
class LongHistoryTest {
    private static final int MANY = 6_000;

    @TempDir
    private Path folder = Path.of("unused");

    private final Site site = new SomeSite(5, new UserId(new UUID(1, 1))).bakery(2);

    private Site at(long sequence) {
        return site.withDetails("Name " + sequence, "", "en");
    }

    @Test
    void sixThousandMomentsAreReadOneAfterAnother() {
        List<ArchivedMoment> moments = LongStream.rangeClosed(1, MANY)
                .mapToObj(sequence -> new ArchivedMoment(
                        sequence, Instant.EPOCH.plusSeconds(sequence), "Edit " + sequence, Optional.empty()))
                .toList();
        List<Long> read = new ArrayList<>();
        SiteArchive archive = new SiteArchive(at(MANY), List.of(), moments, moment -> {
            read.add(moment.sequence());
            return Optional.of(at(moment.sequence()));
        });
        assertThat(read).isEmpty();
        Path file = folder.resolve("site.zip");
        new ArchiveWriter(new FolderMediaStore(folder.resolve("media")))
                .write(archive, file, Progress.NONE, new CancelToken());
        assertThat(read).hasSize(MANY).isSorted().doesNotHaveDuplicates();
        try (ArchiveReader reader = ArchiveReader.open(file)) {
            assertThat(reader.moments()).isEqualTo(moments);
            long[] next = {1};
            reader.history(moment -> {
                assertThat(moment.sequence()).isEqualTo(next[0]);
                assertThat(moment.site()).contains(at(next[0]++));
            });
            assertThat(next[0]).isEqualTo(MANY + 1);
        }
    }
}
