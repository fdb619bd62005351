package org.sitewright.render;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// A whole build: its files by path, sorted. What it holds is exactly what is published, and nothing else.
public final class OutputTree {
    private final NavigableMap<String, OutputFile> files;
    private final Work work;

    /// How many pages were drawn for the build, and how many were known from an earlier one.
    public record Work(int drawn, int reused) {
        static final Work NONE = new Work(0, 0);
    }

    private OutputTree(NavigableMap<String, OutputFile> files, Work work) {
        this.files = Collections.unmodifiableNavigableMap(files);
        this.work = work;
    }

    /// @throws IllegalArgumentException when two files have one path, or paths that differ in case only, or when the
    ///     path of a file is also the folder of another
    public static OutputTree of(Collection<OutputFile> files) {
        NavigableMap<String, OutputFile> sorted = new TreeMap<>();
        Map<String, String> seen = HashMap.newHashMap(files.size());
        for (OutputFile file : files) {
            String other = seen.putIfAbsent(OutputPath.folded(file.path()), file.path());
            if (other != null) {
                throw new IllegalArgumentException("two files for one path: " + other + " and " + file.path());
            }
            sorted.put(file.path(), file);
        }
        for (String path : sorted.keySet()) {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                if (seen.containsKey(OutputPath.folded(path.substring(0, slash)))) {
                    throw new IllegalArgumentException("a file is also the folder of " + path);
                }
            }
        }
        return new OutputTree(sorted, Work.NONE);
    }

    public static OutputTree empty() {
        return new OutputTree(new TreeMap<>(), Work.NONE);
    }

    OutputTree withWork(Work done) {
        return new OutputTree(files, done);
    }

    public Work work() {
        return work;
    }

    /// All files by path, sorted by path; cannot be changed.
    public NavigableMap<String, OutputFile> files() {
        return files;
    }

    public Optional<OutputFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /// How many files there are.
    public int count() {
        return files.size();
    }

    /// The bytes of all files together.
    public long size() {
        return files.values().stream().mapToLong(OutputFile::size).sum();
    }
}
