package org.sitewright.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.sitewright.blob.BlobProblem;
import org.sitewright.blob.BlobStore;
import org.sitewright.blob.BlobStore.Blob;
import org.sitewright.journal.JournalPosition;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// Looks whether a place has what it should have. Without a key it compares names, lengths and bytes with what was
/// sent from here; with a key it opens everything.
public final class Verifier {
    private static final int AT_ONCE = 8;
    /// How many days it takes until every byte has been read again.
    public static final int ROTATION = 8;

    private final BlobStore place;
    private final Index index;
    private final CancelToken cancel;
    private final Map<String, Damage> damages = new TreeMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private long objects;

    public Verifier(BlobStore place, Index index, CancelToken cancel) {
        this.place = place;
        this.index = index;
        this.cancel = cancel;
    }

    /// What was found.
    ///
    /// @param objects that were looked at
    /// @param bytes that were read again
    public record Report(long objects, long bytes, List<Damage> damages) {
        public Report {
            damages = List.copyOf(damages);
        }
    }

    /// Every name that was sent is there at its length, and the bytes of an eighth of them are what was sent; which
    /// eighth, the day says.
    ///
    /// @param day any number that grows by one each time
    public Report usual(long day, Progress progress) {
        List<Blob> all = names();
        read(all, blob -> Math.floorMod(blob.name().hashCode(), ROTATION) == Math.floorMod(day, ROTATION), progress);
        return report();
    }

    /// The bytes of every object that was sent are what was sent.
    public Report allBytes(Progress progress) {
        read(names(), blob -> true, progress);
        return report();
    }

    /// Opens everything with the key as well: seals, chains, names.
    public Report everything(Reading reading, Progress progress) {
        read(names(), blob -> true, progress);
        reading.fault().ifPresent(problem -> add(new Damage(Names.FORMAT, Damage.Kind.CONTENT, problem.happened())));
        Set<AssetLine> assets = new TreeSet<>(java.util.Comparator.comparing(AssetLine::asset));
        for (Names.Snapshot snapshot : Names.snapshots(reading.all())) {
            attempt(snapshot.name(), () -> {
                SnapshotHead unused = reading.head(snapshot);
                assets.addAll(reading.assets(snapshot.name()));
            });
        }
        Map<String, JournalPosition> ends = new HashMap<>();
        for (Names.Part part : Names.parts(reading.all())) {
            attempt(part.name(), () -> {
                follow(reading, part, ends);
                assets.addAll(reading.assets(part.name()));
            });
        }
        Parallel.each(assets, AT_ONCE, cancel, line -> attempt(line.asset(), () -> open(reading, line)));
        return report();
    }

    /// A part begins where the one before it ended.
    private static void follow(Reading reading, Names.Part part, Map<String, JournalPosition> ends) {
        PartHead head = reading.head(part);
        JournalPosition before = ends.put(part.device(), head.last());
        if (before != null && head.before().sequence() > before.sequence()) {
            throw BackupProblems.damaged(part.name(), "the changes before it are missing");
        }
        if (before != null
                && head.before().sequence() == before.sequence()
                && !head.before().equals(before)) {
            throw BackupProblems.damaged(part.name(), "it does not follow the part before it");
        }
    }

    private void open(Reading reading, AssetLine line) {
        Digesting sink = new Digesting();
        reading.fetch(line, sink);
        bytes.addAndGet(line.size());
    }

    private List<Blob> names() {
        List<Blob> all = place.list("");
        objects = all.size();
        Map<String, Long> there = new HashMap<>();
        all.forEach(blob -> there.put(blob.name(), blob.size()));
        index.all().forEach((name, known) -> {
            Long size = there.get(name);
            if (size == null) {
                add(new Damage(name, Damage.Kind.MISSING, "“" + name + "” is missing."));
            } else if (size != known.size()) {
                add(new Damage(name, Damage.Kind.LENGTH, "“" + name + "” has another length than was sent."));
            }
        });
        return all;
    }

    private void read(List<Blob> all, Predicate<Blob> wanted, Progress progress) {
        List<Blob> some = all.stream()
                .filter(blob -> !damages.containsKey(blob.name()))
                .filter(blob -> index.known(blob.name())
                        .filter(known -> !known.sha256().isEmpty())
                        .isPresent())
                .filter(wanted)
                .toList();
        AtomicLong done = new AtomicLong();
        Parallel.each(some, AT_ONCE, cancel, blob -> {
            progress.at(done.getAndIncrement(), some.size(), "Reading again");
            compare(blob);
        });
    }

    private void compare(Blob blob) {
        String sent = index.known(blob.name()).map(Index.Known::sha256).orElse("");
        MessageDigest digest = Hmac.sha256();
        try (InputStream in = new java.security.DigestInputStream(place.open(blob.name()), digest)) {
            bytes.addAndGet(in.transferTo(OutputStream.nullOutputStream()));
        } catch (IOException fault) {
            throw BackupProblems.disk(fault);
        } catch (BlobProblem missing) {
            if (missing.kind() != BlobProblem.Kind.MISSING) {
                throw missing;
            }
            add(new Damage(blob.name(), Damage.Kind.MISSING, "“" + blob.name() + "” is missing."));
            return;
        }
        if (!Hmac.hex(digest.digest()).equals(sent)) {
            add(new Damage(blob.name(), Damage.Kind.CONTENT, "“" + blob.name() + "” is not what was sent from here."));
        }
    }

    private void attempt(String name, Runnable check) {
        try {
            cancel.check();
            check.run();
        } catch (Problem problem) {
            if (!problem.code().equals("SW-BACKUP-DAMAGED") && !problem.code().equals("SW-BACKUP-FORMAT")) {
                throw problem;
            }
            add(new Damage(name, Damage.Kind.CONTENT, problem.happened()));
        }
    }

    private synchronized void add(Damage damage) {
        damages.putIfAbsent(damage.name(), damage);
    }

    private synchronized Report report() {
        return new Report(objects, bytes.get(), new ArrayList<>(damages.values()));
    }
}
