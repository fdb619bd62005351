package org.sitewright.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Ids;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.Value;
import org.sitewright.storage.TestWorkspace;

/// One edit of a site of 50 pages until it is acknowledged, when the journal has it on the disk and the database
/// knows it, in turns with appending as many bytes to a file beside it and waiting for the disk. Somebody works on a
/// page for a while and goes on to the next one.
final class EditBench {
    private static final int PAGES = 50;
    private static final int ON_A_PAGE = 20;
    private static final int WARM = 3_000;
    private static final int EDITS = 3_000;
    private static final double MOST = 3;

    /// The head of a record: marker, length, checksum, hash.
    private static final int HEAD = 44;

    /// How often its length is looked up: records of such edits differ by a digit.
    private static final int LOOK = 500;

    private EditBench() {}

    static boolean run() throws IOException {
        Path parent = Files.createDirectories(Path.of(System.getProperty("bench.folder", "target/bench")));
        Path folder = Files.createTempDirectory(parent, "edit");
        try {
            return measure(folder);
        } finally {
            BuildBench.delete(folder);
        }
    }

    private static boolean measure(Path folder) throws IOException {
        Path data = folder.resolve("data");
        double[] edits = new double[EDITS];
        double[] appends = new double[EDITS];
        long bytes = 0;
        try (TestWorkspace workspace = new TestWorkspace(data, Clock.systemUTC(), new Ids(new Random(1)));
                FileChannel bare = FileChannel.open(
                        folder.resolve("bare"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND)) {
            SiteRepository sites = workspace.sites();
            Site site = new SomeSite(1, TestWorkspace.USER).bakery(PAGES);
            sites.create(site, new Change(TestWorkspace.USER, "Made"));
            int each = 0;
            for (int i = -WARM; i < EDITS; i++) {
                site = withWord(site, i);
                long start = System.nanoTime();
                sites.save(site, new Change(TestWorkspace.USER, "Headline"));
                double edit = Benchmarks.seconds(start);
                if (i % LOOK == 0) {
                    each = HEAD + workspace.bytesOfNewestChange();
                }
                ByteBuffer same = ByteBuffer.allocate(each);
                start = System.nanoTime();
                while (same.hasRemaining()) {
                    int unused = bare.write(same);
                }
                bare.force(true);
                if (i >= 0) {
                    appends[i] = Benchmarks.seconds(start);
                    edits[i] = edit;
                    bytes += each;
                }
            }
        }
        double ratio = Benchmarks.median(edits) / Benchmarks.median(appends);
        Arrays.sort(edits);
        System.out.printf(
                Locale.ROOT,
                "an edit of a site of %d pages is acknowledged in %.2f ms (p99 %.2f ms), its %,d bytes are appended and"
                        + " on the disk in %.2f ms: %.2f (under %.0f)%n",
                PAGES,
                Benchmarks.median(edits) * 1e3,
                edits[EDITS * 99 / 100] * 1e3,
                bytes / EDITS,
                Benchmarks.median(appends) * 1e3,
                ratio,
                MOST);
        return ratio < MOST;
    }

    private static Site withWord(Site site, int edit) {
        return site.withSection(
                site.pages()
                        .get(Math.floorMod(edit / ON_A_PAGE, PAGES))
                        .sections()
                        .getFirst()
                        .id(),
                section -> section.withContent(
                        section.content().with(FieldPath.of("title"), new Value.Text("Edit " + edit))));
    }
}
