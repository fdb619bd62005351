package org.sitewright.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.sitewright.journal.JournalEvent;
import org.sitewright.journal.JournalPosition;
import org.sitewright.journal.JournalRecord;
import org.sitewright.media.FolderMediaStore;
import org.sitewright.media.MediaSink;
import org.sitewright.media.MediaStore;
import org.sitewright.site.MediaId;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.MalformedSite;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;
import tools.jackson.databind.node.ObjectNode;

/// Brings a workspace back from a place into a new folder. Nothing that was there before is touched; what is in the
/// folder at the end was verified: every medium by its hash, every change by the chain, every row against the journal.
public final class Restore {
    private static final int AT_ONCE = 8;

    private final Reading reading;
    private final ScratchStores stores;
    private final List<String> warnings = new ArrayList<>();

    public Restore(Reading reading, ScratchStores stores) {
        this.reading = reading;
        this.stores = stores;
        reading.fault().ifPresent(this::warn);
    }

    /// A moment of one device, and what it is made of.
    ///
    /// @param snapshot the newest before it; none when the journal is there from the first change on
    private record Found(Timeline timeline, Optional<Timeline.At> snapshot, long sequence) {
        JournalPosition position() {
            return snapshot.map(at -> at.head().position()).orElse(JournalPosition.START);
        }
    }

    /// Every change that the place can bring back, oldest first.
    ///
    /// @param device empty for the device that backed up last
    public List<Moment> moments(String device, CancelToken cancel) {
        Timeline timeline = Timeline.of(reading, device, this::warn);
        List<Moment> moments = new ArrayList<>();
        long newest = timeline.sequenceAt(null, cancel);
        Optional<Timeline.At> base = timeline.historyBefore(newest);
        JournalPosition from = base.map(at -> at.head().position()).orElse(JournalPosition.START);
        base.ifPresent(at -> moments.add(new Moment(
                timeline.device(),
                at.head().position().sequence(),
                at.head().at(),
                "",
                "",
                "The oldest that is kept")));
        JournalPosition unused = timeline.records(from, newest, cancel, record -> {
            if (record.event() instanceof JournalEvent.Changed(long sequence, var entry)) {
                moments.add(new Moment(
                        timeline.device(), sequence, entry.at(), entry.site(), entry.actor(), entry.label()));
            }
        });
        return moments;
    }

    /// Rebuilds the store and all media of a moment in a folder that is not there yet.
    ///
    /// @throws Problem when something needed is damaged or missing; it is named
    public Restored workspace(Path folder, Choice choice, Progress progress, CancelToken cancel) {
        return translated(() -> rebuild(folder, choice, progress, cancel));
    }

    private Restored rebuild(Path folder, Choice choice, Progress progress, CancelToken cancel) {
        Found found = find(choice, progress, cancel);
        Map<MediaId, AssetLine> assets = assets(found, cancel);
        FolderMediaStore.Filling media = new FolderMediaStore(folder.resolve("media")).filling();
        Instant[] at = {Instant.EPOCH};
        List<Runnable> tasks = new ArrayList<>();
        tasks.add(() -> at[0] = store(folder, found, progress, cancel));
        tasks.addAll(fetching(assets.values(), media, progress));
        Parallel.each(tasks, AT_ONCE + 1, cancel, Runnable::run);
        media.finish(cancel);
        vaults(found, folder.resolve("vaults"));
        long bytes = assets.values().stream().mapToLong(AssetLine::size).sum();
        return new Restored(found.timeline().device(), found.sequence(), at[0], assets.size(), bytes, warnings);
    }

    /// Rebuilds the store of a moment only, to look at it or to take a site out of it.
    public Restored store(Path folder, Choice choice, Progress progress, CancelToken cancel) {
        return translated(() -> {
            Found found = find(choice, progress, cancel);
            Instant at = store(folder, found, progress, cancel);
            return new Restored(found.timeline().device(), found.sequence(), at, 0, 0, warnings);
        });
    }

    private static <T> T translated(Supplier<T> task) {
        try {
            return task.get();
        } catch (RuntimeException fault) {
            throw BackupProblems.translated(fault);
        }
    }

    /// Brings some media of a moment into a store.
    public void media(Set<MediaId> wanted, Choice choice, MediaStore into, Progress progress, CancelToken cancel) {
        boolean unused = translated(() -> {
            Map<MediaId, AssetLine> assets = assets(find(choice, progress, cancel), cancel);
            List<AssetLine> lines = new ArrayList<>();
            for (MediaId media : wanted) {
                AssetLine line = assets.get(media);
                if (line != null && !into.has(media)) {
                    lines.add(line);
                }
            }
            Parallel.each(fetching(lines, into, progress), AT_ONCE, cancel, Runnable::run);
            return true;
        });
    }

    private Found find(Choice choice, Progress progress, CancelToken cancel) {
        progress.at(0, 0, "Looking for the moment");
        Timeline timeline = Timeline.of(reading, choice.device(), this::warn);
        long sequence = choice.sequence() > 0 ? choice.sequence() : timeline.sequenceAt(choice.at(), cancel);
        Optional<Timeline.At> snapshot = timeline.before(sequence);
        if (snapshot.filter(at -> at.head().schema().compareTo(stores.schema()) > 0)
                .isPresent()) {
            throw BackupProblems.newerFormat(reading.describe());
        }
        return new Found(timeline, snapshot, sequence);
    }

    private void warn(Problem problem) {
        warnings.add(problem.happened());
    }

    /// The assets of the snapshot and of the changes after it.
    private Map<MediaId, AssetLine> assets(Found found, CancelToken cancel) {
        Map<MediaId, AssetLine> all = new LinkedHashMap<>();
        found.snapshot().ifPresent(at -> take(at.snapshot().name(), all));
        long from = found.position().sequence();
        for (Names.Part part : found.timeline().parts()) {
            if (part.last() > from && part.first() <= found.sequence()) {
                cancel.check();
                take(part.name(), all);
            }
        }
        return all;
    }

    private void take(String name, Map<MediaId, AssetLine> all) {
        reading.assets(name).forEach(line -> all.putIfAbsent(line.media(), line));
    }

    private List<Runnable> fetching(Collection<AssetLine> lines, MediaSink into, Progress progress) {
        AtomicInteger done = new AtomicInteger();
        return lines.stream()
                .<Runnable>map(line -> () -> {
                    reading.fetch(line, into);
                    progress.at(done.incrementAndGet(), lines.size(), "Pictures and files");
                })
                .toList();
    }

    private Instant store(Path folder, Found found, Progress progress, CancelToken cancel) {
        progress.at(0, 0, "Writing the database");
        Optional<Timeline.At> history = found.timeline().historyBefore(found.sequence());
        try {
            return build(folder, found, history, cancel);
        } catch (Problem damaged) {
            boolean already = history.equals(found.snapshot());
            if (!damaged.code().equals("SW-BACKUP-DAMAGED") || already) {
                throw damaged;
            }
            // The moment itself may be whole although what came long before it is not.
            remove(folder.resolve("journal"));
            remove(folder.resolve("database"));
            Instant at = build(folder, found, found.snapshot(), cancel);
            warnings.add(damaged.happened() + " The history before change "
                    + found.position().sequence() + " did not come back.");
            return at;
        }
    }

    private Instant build(Path folder, Found found, Optional<Timeline.At> history, CancelToken cancel) {
        JournalPosition origin = history.map(at -> at.head().position()).orElse(JournalPosition.START);
        JournalPosition position = found.position();
        Instant[] at = {found.snapshot().map(each -> each.head().at()).orElse(Instant.EPOCH)};
        stores.build(
                folder,
                new ScratchStores.Ingredients(
                        origin,
                        sink -> history.ifPresent(base -> rows(base, sink)),
                        records -> {
                            JournalPosition unused = found.timeline()
                                    .records(origin, found.sequence(), cancel, record -> {
                                        check(record, found);
                                        at[0] = time(record, at[0], position);
                                        records.accept(record);
                                    });
                        },
                        position,
                        sink -> found.snapshot().ifPresent(each -> rows(each, sink))));
        try (ScratchStores.Scratch opened = stores.open(folder)) {
            List<String> faults = opened.verify();
            if (!faults.isEmpty()) {
                throw BackupProblems.damaged(
                        found.snapshot().map(each -> each.snapshot().name()).orElse("the journal"), faults.getFirst());
            }
        }
        return at[0];
    }

    private static Instant time(JournalRecord record, Instant before, JournalPosition snapshot) {
        return record.sequence() > snapshot.sequence() && record.event() instanceof JournalEvent.Changed changed
                ? changed.entry().at()
                : before;
    }

    /// A snapshot lies on the chain of its journal.
    private static void check(JournalRecord record, Found found) {
        if (record.sequence() == found.position().sequence()
                && !record.position().equals(found.position())) {
            throw BackupProblems.damaged(
                    found.snapshot().map(at -> at.snapshot().name()).orElse("the journal"),
                    "it does not belong to this journal");
        }
    }

    private void rows(Timeline.At at, RowSink sink) {
        reading.pack(at.snapshot().name(), pack -> {
            for (String table : tables(pack)) {
                pack.lines("entities/" + table, line -> sink.row(table, row(line, at)));
            }
            return at;
        });
    }

    /// In the order in which they were written, which is one in which they can be written again.
    private static List<String> tables(PackReader pack) {
        return pack.inOrder("entities/").stream()
                .map(entry -> entry.split("/", -1)[1])
                .distinct()
                .toList();
    }

    private static ObjectNode row(byte[] line, Timeline.At at) {
        try {
            if (Json.read(new String(line, java.nio.charset.StandardCharsets.UTF_8)) instanceof ObjectNode row
                    && row.path("id").isString()) {
                return row;
            }
        } catch (MalformedSite malformed) {
            throw BackupProblems.damaged(at.snapshot().name(), "a row in it cannot be read", malformed);
        }
        throw BackupProblems.damaged(at.snapshot().name(), "a row in it cannot be read");
    }

    private void vaults(Found found, Path folder) {
        found.snapshot()
                .ifPresent(at -> reading.pack(at.snapshot().name(), pack -> {
                    try {
                        for (String entry : pack.in("vaults/")) {
                            Files.createDirectories(folder);
                            Files.write(folder.resolve(entry.substring("vaults/".length())), pack.read(entry));
                        }
                    } catch (IOException fault) {
                        throw BackupProblems.disk(fault);
                    }
                    return found;
                }));
    }

    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException fault) {
            throw BackupProblems.disk(fault);
        }
    }
}
