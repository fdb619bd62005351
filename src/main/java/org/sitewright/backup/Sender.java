package org.sitewright.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sitewright.blob.BlobStore.Blob;
import org.sitewright.journal.JournalEvent;
import org.sitewright.journal.JournalPosition;
import org.sitewright.journal.JournalRecord;
import org.sitewright.site.MediaId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;
import org.sitewright.work.Progress;

/// One run of a backup: assets first, then the journal, then, when one is wanted, a snapshot, which is written only
/// when everything that it names was seen there. Each object is written once. What a cut run has sent is not sent
/// again: the listing of the place says what is there.
public final class Sender {
    private static final int AT_ONCE = 8;
    private static final long PART = 4L << 20;
    private static final Duration UNSENT_KEPT = Duration.ofDays(7);
    private static final String OWN_EVENTS = "backup.";

    private final BackupSource source;
    private final BackupPlace place;
    private final Clock clock;
    private final Outgoing outgoing;
    private final AtomicInteger files = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final List<String> warnings = new ArrayList<>();

    /// Makes one run.
    public Sender(BackupSource source, BackupPlace place, Clock clock) {
        this.source = source;
        this.place = place;
        this.clock = clock;
        this.outgoing = new Outgoing(place.blobs(), place.keys().recipient(), place.index(), source.temporary());
    }

    /// What a run is for.
    public enum Wish {
        /// Only what was changed since the last run.
        CHANGES,
        /// The same, with what backups wrote down themselves.
        EVERYTHING,
        /// A snapshot, unless nothing was changed since the last one.
        SNAPSHOT,
        /// A snapshot whatever was changed, as after the key was.
        ANEW
    }

    /// @throws org.sitewright.work.Problem when the place cannot be used; what was sent counts the next time
    public Sent run(Wish wish, Progress progress, CancelToken cancel) {
        progress.at(0, 0, "Looking at what is there");
        Map<String, Long> there = listing();
        try {
            Outgoing.tidy(source.temporary(), clock.instant().minus(UNSENT_KEPT));
            JournalPosition now = source.live().position();
            List<Names.Part> parts = Names.parts(blobs(there)).stream()
                    .filter(part -> part.device().equals(place.device()))
                    .toList();
            OtherJournal.check(parts, place.index(), now.sequence());
            long shipped = shipped(parts);
            List<JournalRecord> records = recordsAfter(shipped, now.sequence());
            boolean changed = records.stream().anyMatch(wish == Wish.EVERYTHING ? record -> true : Sender::matters);
            boolean snapshot = wish == Wish.ANEW || (wish == Wish.SNAPSHOT && (changed || isSnapshotDue(there)));
            if (changed || snapshot || !FormatFile.seemsOurs(there.get(Names.FORMAT), place)) {
                claim(there);
            }
            if (changed || snapshot) {
                sendJournal(records, sendAssets(named(records), there, progress, cancel), cancel);
                shipped = records.isEmpty() ? shipped : records.getLast().sequence();
            }
            return snapshot ? sendSnapshot(there, progress, cancel) : sent(null, 0, shipped);
        } catch (IOException fault) {
            throw BackupProblems.disk(fault);
        }
    }

    private void claim(Map<String, Long> there) {
        long marked = FormatFile.claim(place, there.containsKey(Names.FORMAT));
        if (marked > 0) {
            count(marked);
        }
    }

    private Sent sent(@Nullable String snapshot, long size, long sequence) {
        return new Sent(files.get(), bytes.get(), snapshot, size, sequence, warnings);
    }

    private Map<String, Long> listing() {
        Map<String, Long> there = new ConcurrentHashMap<>();
        place.blobs().list("").forEach(blob -> there.put(blob.name(), blob.size()));
        return there;
    }

    private static List<Blob> blobs(Map<String, Long> there) {
        return there.entrySet().stream()
                .map(entry -> new Blob(entry.getKey(), entry.getValue(), Instant.EPOCH))
                .toList();
    }

    /// The newest change up to which this device's journal is there without a gap. Its beginning may have been pruned.
    private long shipped(List<Names.Part> parts) {
        long shipped = parts.isEmpty()
                ? source.live().origin().sequence()
                : parts.getFirst().first() - 1;
        for (Names.Part part : parts) {
            if (part.first() <= shipped + 1) {
                shipped = Math.max(shipped, part.last());
            }
        }
        return shipped;
    }

    private List<JournalRecord> recordsAfter(long shipped, long until) {
        List<JournalRecord> all = new ArrayList<>();
        long after = shipped;
        while (after < until) {
            List<JournalRecord> some = source.live().records(after, PART);
            if (some.isEmpty()) {
                break;
            }
            all.addAll(some);
            after = some.getLast().sequence();
        }
        return all;
    }

    /// What backups themselves write down is sent along with the next change, not for its own sake.
    static boolean matters(JournalRecord record) {
        return !(record.event() instanceof JournalEvent.Changed changed)
                || !changed.entry().action().startsWith(OWN_EVENTS);
    }

    /// Whether this device has no snapshot there that holds everything but what backups wrote themselves.
    private boolean isSnapshotDue(Map<String, Long> there) {
        long newest = place.index().all().keySet().stream()
                .filter(there::containsKey)
                .flatMap(name -> Names.snapshots(List.of(new Blob(name, 0, Instant.EPOCH))).stream())
                .mapToLong(Names.Snapshot::sequence)
                .max()
                .orElse(-1);
        return newest < 0
                || recordsAfter(newest, source.live().position().sequence()).stream()
                        .anyMatch(Sender::matters);
    }

    private Set<MediaId> named(List<JournalRecord> records) {
        MediaNames names = new MediaNames(source.media());
        records.forEach(record -> names.read(record.payload()));
        return names.found();
    }

    private Map<MediaId, AssetLine> sendAssets(
            Set<MediaId> media, Map<String, Long> there, Progress progress, CancelToken cancel) {
        Map<MediaId, AssetLine> lines = new HashMap<>();
        AtomicInteger done = new AtomicInteger();
        Parallel.each(media, AT_ONCE, cancel, each -> {
            AssetLine line = sendAsset(each, there);
            if (line != null) {
                synchronized (lines) {
                    lines.put(each, line);
                }
            }
            progress.at(done.incrementAndGet(), media.size(), "Pictures and files");
        });
        return lines;
    }

    private @Nullable AssetLine sendAsset(MediaId media, Map<String, Long> there) {
        try {
            AssetLine line = place.index().asset(media).orElse(null);
            if (line == null) {
                line = AssetReading.name(source.media(), media, place.keys().nameKey());
            }
            if (line == null) {
                warn("A picture or file is damaged on this computer and was not backed up: " + media + ".");
                return null;
            }
            Long size = there.get(line.asset());
            if (size == null) {
                bytes.addAndGet(outgoing.send(line.asset(), line.size(), out -> {
                    try (InputStream in = source.media().open(media)) {
                        in.transferTo(out);
                    }
                }));
                files.incrementAndGet();
                there.put(line.asset(), Age.sizeOf(line.size()));
            } else if (size != Age.sizeOf(line.size())) {
                throw BackupProblems.damaged(line.asset(), "it has another length than was sent");
            } else {
                outgoing.arrived(line.asset(), line.size());
            }
            place.index().put(line);
            return line;
        } catch (IOException | UncheckedIOException fault) {
            throw BackupProblems.disk(fault);
        }
    }

    private synchronized void warn(String warning) {
        warnings.add(warning);
    }

    private void count(long size) {
        files.incrementAndGet();
        bytes.addAndGet(size);
    }

    private void sendJournal(List<JournalRecord> records, Map<MediaId, AssetLine> assets, CancelToken cancel)
            throws IOException {
        int from = 0;
        while (from < records.size()) {
            cancel.check();
            int to = from;
            long size = 0;
            while (to < records.size() && (to == from || size + records.get(to).payload().length <= PART)) {
                size += records.get(to).payload().length;
                to++;
            }
            sendPart(records.subList(from, to), size, assets);
            from = to;
        }
    }

    /// A part lists the assets that its events name, so that a moment after the newest snapshot has them too.
    private void sendPart(List<JournalRecord> records, long size, Map<MediaId, AssetLine> assets) throws IOException {
        JournalRecord first = records.getFirst();
        String name =
                Names.part(place.device(), first.sequence(), records.getLast().sequence());
        PartHead head = new PartHead(
                place.keys().workspace(),
                place.device(),
                before(first),
                records.getLast().position());
        count(outgoing.send(name, size / 4, out -> {
            try (PackWriter pack =
                    new PackWriter(out, Names.plain(name), place.keys().nameKey())) {
                pack.entry(PartHead.FILE, head.print());
                for (JournalRecord record : records) {
                    pack.line("events", record.payload());
                }
                for (MediaId media : named(records)) {
                    AssetLine line = assets.get(media);
                    if (line != null) {
                        pack.line("assets", line.print());
                    }
                }
            }
        }));
    }

    private JournalPosition before(JournalRecord record) {
        JournalPosition origin = source.live().origin();
        if (record.sequence() == origin.sequence() + 1) {
            return origin;
        }
        return source.live().records(record.sequence() - 2, 1).getFirst().position();
    }

    private Sent sendSnapshot(Map<String, Long> before, Progress progress, CancelToken cancel) throws IOException {
        progress.at(0, 0, "Reading the database");
        try (SnapshotRows rows = SnapshotRows.of(source)) {
            Map<MediaId, AssetLine> assets = sendAssets(rows.media(), before, progress, cancel);
            cancel.check();
            JournalPosition position = rows.position();
            Map<String, Long> there = listing();
            sendRest(there, position, cancel);
            there = listing();
            long size = seen(there, assets);
            progress.at(0, 0, "Writing the snapshot");
            return writeSnapshot(there, rows, assets, size);
        }
    }

    /// Under a name that nothing has, and when another computer takes that at the same second, under the next.
    private Sent writeSnapshot(
            Map<String, Long> there, SnapshotRows rows, Map<MediaId, AssetLine> assets, long assetsSize)
            throws IOException {
        JournalPosition position = rows.position();
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        while (true) {
            while (there.containsKey(Names.snapshot(at, position.sequence()))) {
                at = at.plusSeconds(1);
            }
            SnapshotHead head = new SnapshotHead(
                    place.keys().workspace(),
                    place.device(),
                    at,
                    position,
                    source.live().schema());
            String name = Names.snapshot(at, position.sequence());
            long sent = outgoing.send(name, rows.size(), out -> write(out, name, head, rows, assets));
            if (sent > 0) {
                count(sent);
                return sent(name, assetsSize + sent, position.sequence());
            }
            there.put(name, 0L);
        }
    }

    /// Changes that came in while assets were sent.
    private void sendRest(Map<String, Long> there, JournalPosition position, CancelToken cancel) throws IOException {
        long shipped = shipped(Names.parts(blobs(there)).stream()
                .filter(part -> part.device().equals(place.device()))
                .toList());
        List<JournalRecord> rest = recordsAfter(shipped, position.sequence());
        sendJournal(rest, sendAssets(named(rest), there, Progress.NONE, cancel), cancel);
    }

    /// The bytes of all assets, each seen there at its full length.
    private static long seen(Map<String, Long> there, Map<MediaId, AssetLine> assets) {
        long size = 0;
        for (AssetLine line : new LinkedHashSet<>(assets.values())) {
            Long length = there.get(line.asset());
            if (length == null || length != Age.sizeOf(line.size())) {
                throw BackupProblems.damaged(line.asset(), "it did not arrive whole");
            }
            size += length;
        }
        return size;
    }

    private void write(
            java.io.OutputStream out, String name, SnapshotHead head, SnapshotRows rows, Map<MediaId, AssetLine> assets)
            throws IOException {
        try (PackWriter pack =
                new PackWriter(out, Names.plain(name), place.keys().nameKey())) {
            pack.entry(SnapshotHead.FILE, head.print());
            rows.write((table, line) -> pack.line("entities/" + table, line.getBytes(StandardCharsets.UTF_8)));
            for (AssetLine line : assets.values().stream()
                    .sorted(java.util.Comparator.comparing(AssetLine::asset))
                    .toList()) {
                pack.line("assets", line.print());
            }
            for (VaultFiles.Vault vault : VaultFiles.in(source.vaults())) {
                pack.entry("vaults/" + vault.name(), vault.content());
            }
        }
    }
}
