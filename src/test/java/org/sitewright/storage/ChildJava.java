package org.sitewright.storage;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/// Starts this Java on this class path as another process, from an ahead-of-time cache so that it starts as fast as
/// the shipped program does. The cache wants jars, so our class folders become one.
final class ChildJava {
    private static final String NOT_NEEDED =
            ".*(junit|jqwik|testfx|javafx|azure|google|aws|logback|s3proxy|jetty|opentelemetry|grpc|okhttp).*";

    private final Path errors;
    private final Path cache;
    private final String classPath;
    private final String main;

    private ChildJava(Path errors, Path cache, String classPath, String main) {
        this.errors = errors;
        this.cache = cache;
        this.classPath = classPath;
        this.main = main;
    }

    /// Prepares for a class by running it once to its end with those arguments.
    static ChildJava prepare(Path folder, Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> entries = new ArrayList<>();
        Path jar = folder.resolve("classes.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (Files.isDirectory(Path.of(entry))) {
                    pack(Path.of(entry), out);
                } else if (!entry.matches(NOT_NEEDED)) {
                    entries.add(entry);
                }
            }
        }
        entries.addFirst(jar.toString());
        Path cache = folder.resolve("classes.aot");
        ChildJava child = new ChildJava(
                folder.resolve("errors.txt"), cache, String.join(File.pathSeparator, entries), main.getName());
        Process training = child.start("-XX:AOTCacheOutput=" + cache, arguments);
        training.getInputStream().transferTo(OutputStream.nullOutputStream());
        training.waitFor(2, TimeUnit.MINUTES);
        return child;
    }

    /// What the processes have complained about so far.
    String errors() throws IOException {
        return Files.readString(errors);
    }

    Process start(String... arguments) throws IOException {
        return start("-XX:AOTCache=" + cache, arguments);
    }

    private Process start(String option, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Xlog:disable",
                option,
                "-cp",
                classPath,
                main));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
    }

    private static void pack(Path folder, JarOutputStream out) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> !each.equals(folder)).toList()) {
                // Folders too: whoever lists what is in one looks for its entry.
                String name = folder.relativize(file).toString().replace('\\', '/');
                try {
                    out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
                    if (Files.isRegularFile(file)) {
                        Files.copy(file, out);
                    }
                } catch (ZipException inBothFolders) {
                    assert inBothFolders.getMessage().startsWith("duplicate entry");
                }
            }
        }
    }
}
