package org.sitewright.render;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A whole build: its files by path, sorted. What it holds is exactly what is published, and nothing else.
public final class OutputTree {
    private final Map<String, OutputFile> files;
    private final Work work;

    /// How many pages were drawn for the build, and how many were known from an earlier one.
    public record Work(int drawn, int reused) {
        static final Work NONE = new Work(0, 0);
    }

    private OutputTree(Map<String, OutputFile> files, Work work) {
        this.files = Collections.unmodifiableMap(files);
        this.work = work;
    }

    /// @throws IllegalArgumentException when two files have one path, or paths that differ in case only, or when the
    ///     path of a file is also the folder of another
    public static OutputTree of(Collection<OutputFile> files) {
        Map<String, OutputFile> sorted = LinkedHashMap.newLinkedHashMap(files.size());
        files.stream().sorted(Comparator.comparing(OutputFile::path)).forEach(file -> put(file.path(), file, sorted));
        Map<String, OutputFile> folded = folded(sorted);
        folded.forEach((path, file) -> {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                if (folded.containsKey(path.substring(0, slash))) {
                    throw new IllegalArgumentException("a file is also the folder of " + file.path());
                }
            }
        });
        return new OutputTree(sorted, Work.NONE);
    }

    private static void put(String path, OutputFile file, Map<String, OutputFile> files) {
        OutputFile other = files.put(path, file);
        if (other != null) {
            throw new IllegalArgumentException("two files for one path: " + other.path() + " and " + file.path());
        }
    }

    /// The files by what their paths are where case does not count; most are that already.
    private static Map<String, OutputFile> folded(Map<String, OutputFile> files) {
        if (files.keySet().stream().allMatch(path -> OutputPath.folded(path).equals(path))) {
            return files;
        }
        Map<String, OutputFile> folded = HashMap.newHashMap(files.size());
        files.forEach((path, file) -> put(OutputPath.folded(path), file, folded));
        return folded;
    }

    public static OutputTree empty() {
        return new OutputTree(Map.of(), Work.NONE);
    }

    OutputTree withWork(Work done) {
        return new OutputTree(files, done);
    }

    public Work work() {
        return work;
    }

    /// All files by path, in the order of their paths; cannot be changed.
    public Map<String, OutputFile> files() {
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
