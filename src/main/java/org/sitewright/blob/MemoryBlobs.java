package org.sitewright.blob;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// A place that is forgotten with the process: for tests and simulations.
public final class MemoryBlobs implements BlobStore {
    private final TreeMap<String, Kept> all = new TreeMap<>();
    private final Clock clock;

    private record Kept(byte[] bytes, Instant modified) {}

    public MemoryBlobs(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String describe() {
        return "memory";
    }

    @Override
    public String url(String name) {
        return "memory:" + name;
    }

    @Override
    public synchronized List<Blob> list(String prefix) {
        return all.tailMap(prefix).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> new Blob(
                        entry.getKey(),
                        entry.getValue().bytes().length,
                        entry.getValue().modified()))
                .toList();
    }

    @Override
    public boolean putNew(String name, BlobSource source) {
        try (InputStream in = source.opener().open()) {
            byte[] bytes = in.readAllBytes();
            synchronized (this) {
                return all.putIfAbsent(name, new Kept(bytes, clock.instant())) == null;
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public synchronized InputStream open(String name) {
        Kept kept = all.get(name);
        if (kept == null) {
            throw BlobProblem.missing(name);
        }
        return new ByteArrayInputStream(kept.bytes());
    }

    @Override
    public synchronized void delete(Collection<String> names) {
        names.forEach(all::remove);
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
