package org.sitewright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.sitewright.fixture.Assets;
import org.sitewright.render.BuildOptions;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputFolder;
import org.sitewright.render.OutputTree;
import org.sitewright.render.SiteRenderer;
import org.sitewright.site.Site;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// A full build of 1,000 pages into an empty folder, against plainly writing the same files into another.
final class BuildBench {
    private static final int PAGES = 1_000;
    private static final int ROUNDS = 5;
    private static final double MOST = 3;

    private BuildBench() {}

    static boolean run() {
        ManyPages many = new ManyPages();
        Site site = many.site(PAGES);
        Path folder = Path.of(System.getProperty("bench.folder", "target/bench"));
        double[] rendered = new double[ROUNDS];
        double[] built = new double[ROUNDS];
        double[] plain = new double[ROUNDS];
        double[] again = new double[ROUNDS];
        OutputTree tree = OutputTree.empty();
        for (int round = 0; round < ROUNDS; round++) {
            delete(folder);
            SiteRenderer renderer =
                    new SiteRenderer(Assets.catalogue(), many.assets().plainPictures());
            long start = System.nanoTime();
            tree = render(renderer, site);
            rendered[round] = Benchmarks.seconds(start);
            OutputFolder out = new OutputFolder(folder.resolve("built"));
            out.write(tree, false, Progress.NONE, new CancelToken());
            built[round] = Benchmarks.seconds(start);
            start = System.nanoTime();
            write(tree, folder.resolve("plain"));
            plain[round] = Benchmarks.seconds(start);
            start = System.nanoTime();
            out.write(render(renderer, site), false, Progress.NONE, new CancelToken());
            again[round] = Benchmarks.seconds(start);
            if (round == 0) {
                System.out.printf(
                        Locale.ROOT,
                        "cold: build %.2f s (rendered in %.2f s), plainly written %.2f s%n",
                        built[0],
                        rendered[0],
                        plain[0]);
            }
        }
        delete(folder);
        double ratio = Benchmarks.median(built) / Benchmarks.median(plain);
        System.out.printf(
                Locale.ROOT,
                "build of %,d pages, %,d files, %,d bytes: %.3f s (rendered in %.3f s); the same files plainly "
                        + "written: %.3f s; ratio %.2f (at most %.0f); built again with nothing changed: %.3f s%n",
                PAGES,
                tree.count(),
                tree.size(),
                Benchmarks.median(built),
                Benchmarks.median(rendered),
                Benchmarks.median(plain),
                ratio,
                MOST,
                Benchmarks.median(again));
        return ratio <= MOST;
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

    private static void delete(Path folder) {
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
