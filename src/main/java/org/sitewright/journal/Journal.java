package org.sitewright.journal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The write-ahead journal: `NNN.log` files in one folder. When [#append] returns, the record is on the disk and
/// survives a kill. Safe to call from any thread. One process at a time may have a folder open; who opens it sees to
/// that.
public final class Journal implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Journal.class.getName());
    private static final int SEGMENT_BYTES = 8 << 20;
    private static final int LONGEST_ABORT = 300;
    private static final int AT_ONCE = 1_000;

    /// How much room is taken ahead, in bytes.
    private static final int AHEAD = 128 << 10;

    private final SegmentFolder folder;
    private final SegmentFiles files;
    private final List<String> notes = new ArrayList<>();
    private FileChannel channel;
    private long size;
    private long reserved;
    private boolean dirtyTail;
    private long lastSequence;
    private byte[] lastHash = new byte[Frame.HASH];
    private @Nullable Taken unwritten;

    private Journal(SegmentFolder folder, SegmentFiles files, long atLeast) throws IOException {
        this.folder = folder;
        this.files = files;
        Optional<Path> newest = folder.newest();
        if (newest.isPresent()) {
            channel = takeUp(newest.get());
        } else {
            channel = files.open(folder.next());
            startSegment(0);
        }
        if (lastSequence < atLeast) {
            notes.add("The journal ends at change " + lastSequence + ", but the database has " + atLeast + ".");
            lastSequence = atLeast;
            roll();
        }
    }

    /// Opens the journal in a folder, which is made when it is missing. A record that a kill left half-written is cut
    /// off and its bytes are kept beside the file.
    ///
    /// @param atLeast the newest sequence that somebody is known to have seen; numbering goes on after it
    /// @throws JournalFault when the folder cannot be read or written
    public static Journal open(Path folder, SegmentFiles files, long atLeast) {
        try {
            return new Journal(new SegmentFolder(folder), files, atLeast);
        } catch (IOException fault) {
            throw new JournalFault("The journal in " + folder + " cannot be opened.", fault);
        }
    }

    /// What opening found and repaired, in words; nothing after an orderly close.
    public synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    public synchronized long lastSequence() {
        return lastSequence;
    }

    /// The newest record and the hash that seals it.
    public synchronized JournalPosition position() {
        return new JournalPosition(lastSequence, hex(lastHash));
    }

    /// Where this journal begins: [JournalPosition#START], but for one that came back from a backup.
    ///
    /// @throws JournalFault when that cannot be read
    public JournalPosition origin() {
        try {
            return folder.origin();
        } catch (IOException fault) {
            throw new JournalFault("The journal cannot be read.", fault);
        }
    }

    /// The records after a sequence, oldest first, those that take others back among them.
    ///
    /// @param most how many bytes of payload are enough; one record comes whatever its size
    /// @throws JournalFault when the files cannot be read
    public synchronized List<JournalRecord> records(long after, long most) {
        List<JournalRecord> records = new ArrayList<>();
        long[] bytes = {0};
        try {
            for (Path segment : segmentsAfter(after)) {
                for (Frame frame : Segment.read(Files.readAllBytes(segment)).frames()) {
                    long sequence = EventJson.parse(frame.payload()).sequence();
                    if (sequence > after && (records.isEmpty() || bytes[0] + frame.payload().length <= most)) {
                        bytes[0] += frame.payload().length;
                        records.add(new JournalRecord(sequence, hex(frame.hash()), frame.payload()));
                    } else if (sequence > after) {
                        return records;
                    }
                }
            }
            return records;
        } catch (IOException fault) {
            throw new JournalFault("The journal cannot be read.", fault);
        }
    }

    /// Writes a change and forces it to the disk.
    ///
    /// @return its sequence
    /// @throws JournalFault when it could not be written; nothing of it is left
    public synchronized long append(JournalEntry entry) {
        settle();
        return write(new JournalEvent.Changed(lastSequence + 1, entry));
    }

    /// Takes back the newest change, which could not be completed.
    ///
    /// @throws JournalFault as [#append]; it is made up for before the next change is written
    public synchronized void abort(long sequence, Instant at) {
        unwritten = new Taken(sequence, at);
        settle();
    }

    /// Makes up for an abort that did not fit on a full disk: nothing else is written before it.
    ///
    /// @throws JournalFault as [#append]
    public synchronized void settle() {
        Taken taken = unwritten;
        if (taken != null) {
            write(new JournalEvent.Aborted(lastSequence + 1, taken.sequence(), taken.at()));
            unwritten = null;
        }
    }

    private record Taken(long sequence, Instant at) {}

    /// Whether a change was written and then taken back.
    ///
    /// @throws JournalFault when the files cannot be read
    public synchronized boolean wasAborted(long sequence) {
        boolean[] found = {false};
        aborts(sequence, taken -> found[0] |= taken.of() == sequence);
        return found[0];
    }

    /// Hands every change after a sequence to `reader`, oldest first, those that were taken back left out. What cannot
    /// be read is skipped: ask [#verify] for it.
    ///
    /// @throws JournalFault when the files cannot be read
    public synchronized void replay(long after, Consumer<JournalEvent.Changed> reader) {
        replay(after, EventJson::parse, reader);
    }

    /// The same without the values before and after, which are JSON null then.
    ///
    /// @throws JournalFault as [#replay]
    public synchronized void replayRows(long after, Consumer<JournalEvent.Changed> reader) {
        replay(after, EventJson::parseRows, reader);
    }

    private void replay(long after, Function<byte[], JournalEvent> parse, Consumer<JournalEvent.Changed> reader) {
        Set<Long> aborted = new HashSet<>();
        aborts(after, taken -> aborted.add(taken.of()));
        segments(after, frames -> {
            for (int from = 0; from < frames.size(); from += AT_ONCE) {
                List<Frame> some = frames.subList(from, Math.min(from + AT_ONCE, frames.size()));
                for (JournalEvent event : Parsing.all(some, parse)) {
                    if (event instanceof JournalEvent.Changed changed
                            && changed.sequence() > after
                            && !aborted.contains(changed.sequence())) {
                        reader.accept(changed);
                    }
                }
            }
        });
    }

    /// One file of the journal, and how many of its bytes were written whole.
    record Extent(String name, Path file, long size) {}

    /// The files as they are now, oldest first: what lies within them does not change any more.
    synchronized List<Extent> extents() throws IOException {
        List<Extent> extents = new ArrayList<>();
        List<Path> all = folder.all();
        for (int i = 0; i < all.size(); i++) {
            Path file = all.get(i);
            String name = String.valueOf(file.getFileName());
            extents.add(new Extent(name, file, i == all.size() - 1 ? size : Files.size(file)));
        }
        return extents;
    }

    Path file(String segment) {
        return folder.file(segment);
    }

    /// Reads everything that is written so far and checks frames, order and the chain of hashes. Whoever writes
    /// meanwhile does not wait for it.
    ///
    /// @throws JournalFault when the files cannot be read
    public JournalVerdict verify() {
        try {
            return new ChainCheck(folder.origin()).check(extents());
        } catch (IOException fault) {
            throw new JournalFault("The journal cannot be read.", fault);
        }
    }

    @Override
    public synchronized void close() {
        try (FileChannel closed = channel) {
            if (closed.isOpen()) {
                giveBackRoom();
                closed.force(true);
            }
        } catch (IOException fault) {
            throw new JournalFault("The journal cannot be closed.", fault);
        }
    }

    private long write(JournalEvent event) {
        byte[] frame = Frame.encode(lastHash, EventJson.print(event));
        try {
            cutDirtyTail();
            if (size >= SEGMENT_BYTES) {
                roll();
            }
            takeRoom(size + frame.length);
            put(frame);
        } catch (IOException fault) {
            throw new JournalFault("The change could not be written to the journal.", fault);
        }
        lastSequence = event.sequence();
        lastHash = Frame.hashOf(frame);
        return lastSequence;
    }

    private void put(byte[] bytes) throws IOException {
        dirtyTail = true;
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            long at = size;
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
            channel.force(false);
            size = at;
            dirtyTail = false;
        } catch (IOException fault) {
            tryCutting(fault);
            throw fault;
        }
    }

    /// Makes the file longer than it needs to be, with zeros. Forcing a record then writes its bytes only: a
    /// file that grows with each record has to have its new length written as well. The head of the file is on the
    /// disk by now: a part of it with zeros behind would look whole.
    private void takeRoom(long end) throws IOException {
        if (end <= reserved) {
            return;
        }
        ByteBuffer zeros = ByteBuffer.allocate(AHEAD);
        try {
            for (long at = size; zeros.hasRemaining(); ) {
                at += channel.write(zeros, at);
            }
        } catch (IOException full) {
            // There may still be room for the record; writing it tells.
            LOG.log(Level.DEBUG, "no room can be taken ahead", full);
        }
        reserved = channel.size();
    }

    private void giveBackRoom() throws IOException {
        if (reserved > size) {
            channel.truncate(size);
            reserved = size;
        }
    }

    private void tryCutting(IOException fault) {
        try {
            cutDirtyTail();
        } catch (IOException alsoCutting) {
            fault.addSuppressed(alsoCutting);
        }
    }

    /// What a failed write may have left behind must go before anything is written after it.
    private void cutDirtyTail() throws IOException {
        if (dirtyTail) {
            channel.truncate(size);
            reserved = size;
            channel.force(true);
            dirtyTail = false;
        }
    }

    private void roll() throws IOException {
        // Only the newest file may have room at its end.
        giveBackRoom();
        channel.force(true);
        FileChannel next = files.open(folder.next());
        FileChannel before = channel;
        long sizeBefore = size;
        channel = next;
        try {
            startSegment(lastSequence);
        } catch (IOException fault) {
            channel = before;
            size = sizeBefore;
            reserved = sizeBefore;
            dirtyTail = false;
            next.close();
            throw fault;
        }
        before.close();
    }

    private void startSegment(long after) throws IOException {
        size = 0;
        reserved = 0;
        channel.truncate(0);
        put(Segment.header(after + 1, lastHash));
        folder.force();
    }

    private FileChannel takeUp(Path newest) throws IOException {
        byte[] bytes = Files.readAllBytes(newest);
        Segment segment = Segment.read(bytes);
        lastHash = segment.previousHash();
        lastSequence = segment.firstSequence() - 1;
        if (!segment.headerWhole()) {
            lastBefore(newest);
        }
        if (!segment.frames().isEmpty()) {
            Frame last = segment.frames().getLast();
            lastHash = last.hash();
            lastSequence = EventJson.parse(last.payload()).sequence();
        }
        FileChannel opened = files.open(newest);
        channel = opened;
        size = segment.end();
        reserved = size;
        if (!segment.headerWhole() && segment.frames().isEmpty()) {
            startSegment(lastSequence);
        } else if (segment.hasTornTail(bytes.length)) {
            int end = endOfWritten(bytes);
            if (end > segment.end()) {
                folder.keep(newest, Arrays.copyOfRange(bytes, segment.end(), end));
                notes.add("A half-written change after number " + lastSequence + " was cut off the journal.");
            }
            opened.truncate(size);
            opened.force(true);
        }
        for (Segment.Gap gap : segment.gapsBeforeEnd()) {
            notes.add(newest.getFileName() + " cannot be read from byte " + gap.from() + " to " + gap.to() + ".");
        }
        return opened;
    }

    /// Where the room begins that was taken ahead.
    private static int endOfWritten(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }

    /// The end of the segments before one whose header a kill cut short.
    private void lastBefore(Path segment) throws IOException {
        lastSequence = 0;
        lastHash = new byte[Frame.HASH];
        for (Path file : folder.all()) {
            List<Frame> frames = Segment.read(Files.readAllBytes(file)).frames();
            if (!file.equals(segment) && !frames.isEmpty()) {
                lastHash = frames.getLast().hash();
                lastSequence = EventJson.parse(frames.getLast().payload()).sequence();
            }
        }
    }

    /// Hands on what was taken back. Such a record is short, so that most need not be understood.
    private void aborts(long after, Consumer<JournalEvent.Aborted> reader) {
        frames(after, frame -> {
            if (frame.payload().length <= LONGEST_ABORT
                    && EventJson.parse(frame.payload()) instanceof JournalEvent.Aborted taken
                    && taken.sequence() > after) {
                reader.accept(taken);
            }
        });
    }

    private void frames(long after, Consumer<Frame> reader) {
        segments(after, frames -> frames.forEach(reader));
    }

    private void segments(long after, Consumer<List<Frame>> reader) {
        try {
            for (Path segment : segmentsAfter(after)) {
                reader.accept(Segment.read(Files.readAllBytes(segment)).frames());
            }
        } catch (IOException fault) {
            throw new JournalFault("The journal cannot be read.", fault);
        }
    }

    /// The segments that can hold a record after a sequence.
    private List<Path> segmentsAfter(long after) throws IOException {
        List<Path> all = folder.all();
        List<Path> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i + 1 == all.size() || firstSequence(all.get(i + 1)) > after + 1) {
                some.add(all.get(i));
            }
        }
        return some;
    }

    private static long firstSequence(Path segment) throws IOException {
        try (var in = Files.newInputStream(segment)) {
            byte[] header = in.readNBytes(Segment.HEADER);
            Segment read = Segment.read(header);
            return read.headerWhole() ? read.firstSequence() : Long.MAX_VALUE;
        }
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
