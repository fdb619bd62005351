package org.sitewright.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitewright.journal.Journal.Extent;

/// Where every change of the journal stands, so that any of them is read alone and at once. Kept in memory, followed on
/// each question; what is known of full segments is written beside, so that a start reads only the newest file. Safe
/// from any thread; nobody who writes the journal waits for it.
public final class JournalIndex {
    private final Journal journal;
    private final Path cache;
    private final Set<String> tables;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> known = new HashMap<>();
    private final List<IndexedChange> all = new ArrayList<>();
    private final Map<String, List<IndexedChange>> bySite = new HashMap<>();

    /// @param cache a folder that may be deleted at any time
    /// @param tables whose rows are indexed
    public JournalIndex(Journal journal, Path cache, Set<String> tables) {
        this.journal = journal;
        this.cache = cache;
        this.tables = Set.copyOf(tables);
    }

    /// Every change of one site, oldest first, up to now.
    ///
    /// @param site a UUID as text; empty for what belongs to none
    /// @throws JournalFault when the files cannot be read
    public synchronized List<IndexedChange> ofSite(String site) {
        follow();
        return List.copyOf(bySite.getOrDefault(site, List.of()));
    }

    /// Every change, oldest first, up to now.
    ///
    /// @throws JournalFault when the files cannot be read
    public synchronized List<IndexedChange> all() {
        follow();
        return List.copyOf(all);
    }

    /// The change of that number; empty when there is none, or it was taken back.
    public synchronized Optional<IndexedChange> find(long sequence) {
        follow();
        int at = place(all, sequence);
        return at < 0 ? Optional.empty() : Optional.of(all.get(at));
    }

    /// The change itself, read from its file and checked.
    ///
    /// @throws JournalFault when it cannot be read, or is damaged
    public JournalEntry read(IndexedChange change) {
        IndexedChange.Spot spot = change.spot();
        try {
            ByteBuffer bytes = bytes(journal.file(spot.segment()), spot.from(), spot.length());
            Frame frame = Segment.frameAt(bytes, 0);
            if (frame != null
                    && EventJson.parse(frame.payload()) instanceof JournalEvent.Changed found
                    && found.sequence() == change.sequence()) {
                return found.entry();
            }
            throw new IOException(spot.segment() + " is damaged at byte " + spot.from());
        } catch (IOException fault) {
            throw new JournalFault("Change " + change.sequence() + " cannot be read from the journal.", fault);
        }
    }

    private void follow() {
        try {
            List<Extent> extents = journal.extents();
            for (int i = 0; i < extents.size(); i++) {
                Extent extent = extents.get(i);
                if (known.getOrDefault(extent.name(), 0L) < extent.size()) {
                    follow(extent, i < extents.size() - 1);
                }
            }
        } catch (IOException fault) {
            throw new JournalFault("The journal cannot be read.", fault);
        }
    }

    /// @param full whether nothing is written to it any more
    private void follow(Extent extent, boolean full) throws IOException {
        long from = known.getOrDefault(extent.name(), 0L);
        IndexFile file = new IndexFile(cache.resolve(extent.name() + ".idx"));
        Optional<IndexFile.Content> kept =
                full && from == 0 ? file.read(extent.name(), extent.size(), texts) : Optional.empty();
        if (kept.isPresent()) {
            take(kept.get());
        } else {
            IndexFile.Content found = scan(extent, from);
            take(found);
            if (full) {
                file.write(extent.size(), from == 0 ? found : scan(extent, 0));
            }
        }
        known.put(extent.name(), extent.size());
    }

    private IndexFile.Content scan(Extent extent, long from) throws IOException {
        long begin = Math.max(from, Segment.HEADER);
        List<IndexedChange> changes = new ArrayList<>();
        List<Long> aborted = new ArrayList<>();
        if (extent.size() <= begin) {
            return new IndexFile.Content(changes, aborted);
        }
        ByteBuffer bytes = bytes(extent.file(), begin, (int) (extent.size() - begin));
        int at = 0;
        while (at < bytes.limit()) {
            Frame frame = Segment.frameAt(bytes, at);
            if (frame == null) {
                at = Segment.nextFrame(bytes, at + 1);
                continue;
            }
            switch (EventJson.parse(frame.payload())) {
                case JournalEvent.Changed changed -> changes.add(indexed(changed, extent.name(), begin + at, frame));
                case JournalEvent.Aborted taken -> aborted.add(taken.of());
            }
            at = frame.end();
        }
        return new IndexFile.Content(changes, aborted);
    }

    private IndexedChange indexed(JournalEvent.Changed changed, String segment, long from, Frame frame) {
        JournalEntry entry = changed.entry();
        List<String> rows = entry.rows().stream()
                .filter(row -> tables.contains(row.table()))
                .map(row -> one((row instanceof RowChange.Gone ? "-" : "") + row.table() + "/" + row.key()))
                .toList();
        return new IndexedChange(
                changed.sequence(),
                entry.at(),
                one(entry.actor()),
                one(entry.site()),
                one(entry.action()),
                one(entry.label()),
                one(entry.resourceType()),
                one(entry.resourceId()),
                ChangedPaths.of(entry.previous(), entry.next()).stream()
                        .map(this::one)
                        .toList(),
                rows,
                new IndexedChange.Spot(segment, from, frame.end() - frame.from()));
    }

    private String one(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    private void take(IndexFile.Content content) {
        for (IndexedChange change : content.changes()) {
            all.add(change);
            bySite.computeIfAbsent(change.site(), site -> new ArrayList<>()).add(change);
        }
        for (long aborted : content.aborted()) {
            IndexedChange gone = remove(all, aborted);
            if (gone != null) {
                remove(bySite.getOrDefault(gone.site(), new ArrayList<>()), aborted);
            }
        }
    }

    private static @Nullable IndexedChange remove(List<IndexedChange> changes, long sequence) {
        int at = place(changes, sequence);
        return at < 0 ? null : changes.remove(at);
    }

    private static int place(List<IndexedChange> changes, long sequence) {
        int low = 0;
        int high = changes.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = changes.get(middle).sequence();
            if (found == sequence) {
                return middle;
            }
            if (found < sequence) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private static ByteBuffer bytes(Path file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, from + bytes.position()) < 0) {
                    throw new IOException(file + " is shorter than it was");
                }
            }
        }
        return bytes.flip();
    }
}
