package org.sitewright.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;
import org.sitewright.fixture.Assets;
import org.sitewright.render.BuildOptions;
import org.sitewright.render.OutputTree;
import org.sitewright.render.SiteRenderer;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// A build of 10,000 pages in a Java of its own that has 512 MB of heap.
public final class HeapBench {
    private static final int PAGES = 10_000;

    private HeapBench() {}

    static boolean run() throws IOException, InterruptedException {
        boolean kept = Benchmarks.java(HeapBench.class, List.of("-Xmx512m"));
        System.out.println(kept ? "it fits into 512 MB" : "it does not fit into 512 MB");
        return kept;
    }

    /// The child.
    public static void main(String[] arguments) {
        ManyPages many = new ManyPages();
        var site = many.site(PAGES);
        long start = System.nanoTime();
        OutputTree tree = new SiteRenderer(Assets.catalogue(), many.assets().plainPictures())
                .render(site, BuildOptions.WITHOUT_ADDRESS, Progress.NONE, new CancelToken());
        double seconds = Benchmarks.seconds(start);
        System.gc();
        long kept = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%,d pages, %,d files, %,d MB of output: rendered in %.2f s; heap with site and output %,d MB, peak %,d MB%n",
                PAGES,
                tree.count(),
                tree.size() >> 20,
                seconds,
                kept >> 20,
                peak >> 20);
    }
}
