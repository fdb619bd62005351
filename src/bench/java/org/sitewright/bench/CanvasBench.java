package org.sitewright.bench;

import java.io.IOException;
import java.nio.file.Path;

/// Starts a benchmark of the window on JavaFX's platform without a display.
final class CanvasBench {
    private CanvasBench() {}

    static boolean run(String main) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:G1HeapRegionSize=16m",
                        "--module-path",
                        System.getProperty("bench.javafx", "target/javafx"),
                        "--add-modules",
                        "javafx.controls,javafx.web",
                        "--enable-native-access=ALL-UNNAMED,javafx.graphics,javafx.web",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Djava.awt.headless=true",
                        "-Dsitewright.assets=" + System.getProperty("sitewright.assets", "assets"),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        main)
                .inheritIO()
                .start();
        return child.waitFor() == 0;
    }
}
