package org.sitewright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sitewright.fixture.Assets;
import org.sitewright.render.BuildOptions;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputFolder;
import org.sitewright.render.OutputTree;
import org.sitewright.render.SiteRenderer;
import org.sitewright.render.WrittenFolders;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.Value;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// Full builds of 1,000 and 10,000 pages into a new folder, their writing beside plainly writing the same files, one
/// word changed among 10,000 pages, and Hugo with the same content where it is installed. The pages have no public
/// address, so that no cards are drawn, which Hugo does not do either.
///
/// How the time grows with the pages is measured where files lie in memory: what a new file costs on a disk depends on
/// what was deleted there shortly before, whoever writes it.
final class BuildBench {
    private static final int SMALL = 1_000;
    private static final int LARGE = 10_000;
    private static final int ROUNDS = 5;
    private static final int WORDS = 20;
    private static final int FEW_EACH = 5;
    private static final double MOST_OF_PLAIN = 2;
    private static final double MOST_OF_HUGO = 0.5;
    private static final double MOST_OF_ALL = 0.02;
    private static final double CURVE = 0.15;

    private static final Path IN_MEMORY = Path.of("/dev/shm");

    private final Path folder = Path.of(System.getProperty("bench.folder", "target/bench"));
    private final Path quick;
    private final ManyPages many = new ManyPages();

    private BuildBench() throws IOException {
        quick = Files.createTempDirectory(
                Files.isWritable(IN_MEMORY) ? IN_MEMORY : Files.createDirectories(folder), "build");
    }

    /// Seconds.
    private record Figures(double built, double written, double plain, double word) {}

    static boolean run() throws Exception {
        return new BuildBench().measure();
    }

    private boolean measure() throws Exception {
        Site site = many.site(LARGE);
        try {
            HugoSite hugo = HugoSite.write(site, Files.createDirectories(folder.resolve("hugo")));
            double first = hugo.build();
            double[] hugos = {first, hugo.build(), hugo.build()};
            // The large one first, so that the small one is not the one that pays for a program just started.
            Figures large = figures(site);
            Figures small = figures(many.site(SMALL));
            double reference = Benchmarks.median(hugos);
            double growth = growthInMemory(site, many.site(SMALL));
            if (!Double.isNaN(reference)) {
                System.out.printf(Locale.ROOT, "hugo: %.2f s, %s%n", reference, hugo.size());
            }
            System.out.printf(
                    Locale.ROOT,
                    "ratios: writing / plainly written %.2f (at most %.0f), build / hugo %.2f (at most %.1f), growth in"
                            + " memory %.2f (0.85 to 1.15), on the disk %.2f, of plain writing there %.2f, one word /"
                            + " build %.4f (at most %.2f)%n",
                    small.written / small.plain,
                    MOST_OF_PLAIN,
                    large.built / reference,
                    MOST_OF_HUGO,
                    growth,
                    growth(large.built, small.built),
                    growth(large.plain, small.plain),
                    large.word / large.built,
                    MOST_OF_ALL);
            return small.written <= small.plain * MOST_OF_PLAIN
                    && (Double.isNaN(reference) || large.built <= reference * MOST_OF_HUGO)
                    && Math.abs(growth - 1) <= CURVE
                    && large.word <= large.built * MOST_OF_ALL;
        } finally {
            delete(folder);
            delete(quick);
        }
    }

    /// 1 where ten times the pages take ten times as long.
    private static double growth(double large, double small) {
        return large / small / (LARGE / SMALL);
    }

    /// Large and small in turns, so that neither is the one that meets a program just started; several small ones, of
    /// which only the first clears away what the large one left in memory.
    private double growthInMemory(Site many, Site few) {
        double[] large = new double[ROUNDS];
        double[] small = new double[ROUNDS * FEW_EACH];
        for (int round = 0; round < ROUNDS; round++) {
            large[round] = quickly(many);
            for (int i = round * FEW_EACH; i < (round + 1) * FEW_EACH; i++) {
                small[i] = quickly(few);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "in memory: %,d pages %.3f s, %,d pages %.3f s%n",
                LARGE,
                Benchmarks.median(large),
                SMALL,
                Benchmarks.median(small));
        return growth(Benchmarks.median(large), Benchmarks.median(small));
    }

    private Figures figures(Site site) throws IOException {
        double[] rendered = new double[ROUNDS];
        double[] whole = new double[ROUNDS];
        double[] written = new double[ROUNDS];
        double[] plain = new double[ROUNDS];
        double[] word = new double[ROUNDS * WORDS];
        double[] drawn = new double[ROUNDS * WORDS];
        OutputTree tree = OutputTree.empty();
        for (int round = 0; round < ROUNDS; round++) {
            Path built = fresh("built");
            settle();
            SiteRenderer renderer =
                    new SiteRenderer(Assets.catalogue(), many.assets().plainPictures());
            long start = System.nanoTime();
            tree = render(renderer, site);
            rendered[round] = Benchmarks.seconds(start);
            OutputFolder out = new OutputFolder(built, new WrittenFolders(folder.resolve("remembered")));
            out.write(tree, false, Progress.NONE, new CancelToken());
            whole[round] = Benchmarks.seconds(start);
            written[round] = whole[round] - rendered[round];
            Path same = fresh("plain");
            settle();
            start = System.nanoTime();
            write(tree, same);
            plain[round] = Benchmarks.seconds(start);
            settle();
            for (int i = round * WORDS; i < (round + 1) * WORDS; i++) {
                Site changed = withWord(site, i);
                start = System.nanoTime();
                OutputTree next = render(renderer, changed);
                drawn[i] = Benchmarks.seconds(start);
                out.write(next, false, Progress.NONE, new CancelToken());
                word[i] = Benchmarks.seconds(start);
                if (next.work().drawn() != 1) {
                    throw new IllegalStateException(next.work().drawn() + " pages were drawn for one word");
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "build of %,d pages, %,d files, %,d bytes: first %.2f s, then %.3f s (rendered in %.3f s); the same"
                        + " files plainly written: %.3f s; one word changed: %.3f s (rendered in %.3f s)%n",
                site.pages().size(),
                tree.count(),
                tree.size(),
                whole[0],
                Benchmarks.median(whole),
                Benchmarks.median(rendered),
                Benchmarks.median(plain),
                Benchmarks.median(word),
                Benchmarks.median(drawn));
        return new Figures(
                Benchmarks.median(whole),
                Benchmarks.median(written),
                Benchmarks.median(plain),
                Benchmarks.median(word));
    }

    /// A place of its own for each build: where files were deleted a moment ago some file systems make new ones at a
    /// fraction of the speed (ext4 without a journal looks past each such inode for up to five minutes).
    private Path fresh(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(folder), name).resolve("site");
    }

    private double quickly(Site site) {
        long start = System.nanoTime();
        SiteRenderer renderer =
                new SiteRenderer(Assets.catalogue(), many.assets().plainPictures());
        new OutputFolder(quick.resolve("built")).write(render(renderer, site), false, Progress.NONE, new CancelToken());
        double seconds = Benchmarks.seconds(start);
        delete(quick.resolve("built"));
        return seconds;
    }

    /// Waits until the disk has what was deleted and written before, and collects what it left in memory: nobody who is
    /// measured shall pay for what was before.
    static void settle() {
        System.gc();
        try {
            int unused = new ProcessBuilder("sync").start().waitFor();
        } catch (IOException otherSystem) {
            System.out.println("no sync here: the disk may still be busy with what was before");
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Site withWord(Site site, int round) {
        List<Page> pages = new ArrayList<>(site.pages());
        int middle = pages.size() / 2;
        Page page = pages.get(middle);
        List<Section> sections = new ArrayList<>(page.sections());
        Section first = sections.getFirst();
        sections.set(
                0,
                first.withContent(first.content()
                        .with(FieldPath.of("text"), new Value.Text("Another word " + round + " stands here."))));
        pages.set(middle, page.withSections(sections));
        return site.withPages(pages);
    }

    private static OutputTree render(SiteRenderer renderer, Site site) {
        return renderer.render(site, BuildOptions.WITHOUT_ADDRESS, Progress.NONE, new CancelToken());
    }

    private static void write(OutputTree tree, Path folder) {
        try {
            for (OutputFile file : tree.files().values()) {
                Path target = folder.resolve(file.path());
                Files.createDirectories(target.resolveSibling(""));
                Files.write(target, file.source().all());
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
