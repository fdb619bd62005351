package org.sitewright.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Runs the benchmarks and says which limits were kept. Every figure stands beside its reference from the same run.
public final class Benchmarks {
    private static final List<String> ALL = List.of(
            "backup", "build", "canvas", "edit", "heap", "history", "images", "keystroke", "lists", "publish", "undo");

    private Benchmarks() {}

    /// Exits with 1 when a limit is missed.
    ///
    /// @param arguments names with commas between; all without any
    public static void main(String[] arguments) throws Exception {
        String names = String.join(",", arguments).strip();
        boolean kept = true;
        for (String name : names.isEmpty() ? ALL : Arrays.asList(names.split(","))) {
            System.out.println("== " + name);
            kept &= switch (name.strip()) {
                case "backup" -> BackupBench.run();
                case "build" -> BuildBench.run();
                case "canvas" -> CanvasBench.run("org.sitewright.ui.editor.CanvasRun");
                case "edit" -> EditBench.run();
                case "heap" -> HeapBench.run();
                case "history" -> HistoryBench.run();
                case "images" -> ImagesBench.run();
                case "keystroke" -> KeystrokeBench.run();
                case "lists" -> CanvasBench.run("org.sitewright.ui.editor.ListsRun");
                case "publish" -> PublishBench.run();
                case "undo" -> UndoBench.run();
                default -> throw new IllegalArgumentException("the benchmarks are " + ALL + ", not " + name);
            };
        }
        System.out.println(kept ? "== every limit kept" : "== a limit was missed");
        System.exit(kept ? 0 : 1);
    }

    /// Runs a program in a Java of its own.
    ///
    /// @return whether it ended well
    static boolean java(Class<?> program, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Djava.awt.headless=true");
        command.add("-Dsitewright.assets=" + System.getProperty("sitewright.assets", "assets"));
        command.add("-classpath");
        command.add(System.getProperty("java.class.path"));
        command.add(program.getName());
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /// Seconds of processor that a process has used; not a number where the system does not tell.
    static double cpu(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .map(used -> used.toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
