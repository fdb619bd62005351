package org.sitewright.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sitewright.journal.JournalEvent;
import org.sitewright.journal.JournalPosition;
import org.sitewright.journal.JournalRecord;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;

/// What a place holds of one device: snapshots, and the stretches of journal between and after them.
final class Timeline {
    private final Reading reading;
    private final String device;
    private final List<Names.Part> parts;
    private final List<At> snapshots;

    /// A snapshot that was opened.
    record At(Names.Snapshot snapshot, SnapshotHead head) {}

    private Timeline(Reading reading, String device, List<At> snapshots) {
        this.reading = reading;
        this.device = device;
        this.snapshots = List.copyOf(snapshots);
        this.parts = Names.parts(reading.all()).stream()
                .filter(part -> part.device().equals(device))
                .toList();
    }

    /// @param device empty for the one that wrote the newest snapshot
    /// @param damaged told of snapshots that cannot be used, which are passed over
    static Timeline of(Reading reading, String device, Consumer<Problem> damaged) {
        List<At> usable = new ArrayList<>();
        String wanted = device;
        for (Names.Snapshot snapshot : Names.snapshots(reading.all()).reversed()) {
            try {
                SnapshotHead head = reading.head(snapshot);
                if (wanted.isEmpty()) {
                    wanted = head.device();
                }
                if (head.device().equals(wanted)) {
                    usable.addFirst(new At(snapshot, head));
                }
            } catch (Problem broken) {
                if (!broken.code().equals("SW-BACKUP-DAMAGED")) {
                    throw broken;
                }
                damaged.accept(broken);
            }
        }
        if (usable.isEmpty()) {
            throw BackupProblems.noBackups(reading.describe());
        }
        // In the order of the changes: a clock may have been set back meanwhile.
        usable.sort(Comparator.comparingLong((At at) -> at.head().position().sequence())
                .thenComparing(at -> at.head().at()));
        return new Timeline(reading, wanted, usable);
    }

    String device() {
        return device;
    }

    List<At> snapshots() {
        return snapshots;
    }

    List<Names.Part> parts() {
        return parts;
    }

    /// The newest change that can be reached from a place without a gap in the names of the parts.
    long reach(long from) {
        long reach = from;
        for (Names.Part part : parts) {
            if (part.first() <= reach + 1) {
                reach = Math.max(reach, part.last());
            }
        }
        return reach;
    }

    /// The records after a place up to a sequence, each checked to follow the one before.
    ///
    /// @throws Problem `SW-BACKUP-DAMAGED` naming the part at which it breaks
    JournalPosition records(JournalPosition from, long until, CancelToken cancel, Consumer<JournalRecord> reader) {
        JournalPosition[] at = {from};
        for (Names.Part part : parts) {
            if (part.last() > at[0].sequence() && part.first() <= until) {
                cancel.check();
                PartHead head = reading.head(part);
                reading.pack(part.name(), pack -> {
                    pack.lines("events", line -> at[0] = next(part, at[0], line, until, reader));
                    return head;
                });
                if (at[0].sequence() == head.last().sequence() && !at[0].equals(head.last())) {
                    throw BackupProblems.damaged(part.name(), "its changes do not follow those before");
                }
            }
        }
        if (at[0].sequence() < until) {
            throw BackupProblems.damaged(
                    Names.part(device, at[0].sequence() + 1, until), "it, or a part of it, is missing");
        }
        return at[0];
    }

    private static JournalPosition next(
            Names.Part part, JournalPosition at, byte[] line, long until, Consumer<JournalRecord> reader) {
        if (at.sequence() >= until) {
            return at;
        }
        try {
            JournalRecord record = JournalRecord.after(at, line);
            reader.accept(record);
            return record.position();
        } catch (IllegalArgumentException outOfOrder) {
            if (sequence(line).filter(found -> found <= at.sequence()).isPresent()) {
                return at;
            }
            throw BackupProblems.damaged(part.name(), "its changes do not follow those before", outOfOrder);
        }
    }

    private static Optional<Long> sequence(byte[] line) {
        try {
            return Optional.of(JournalRecord.sequenceOf(line));
        } catch (IllegalArgumentException notARecord) {
            return Optional.empty();
        }
    }

    /// The newest change not later than a time; the newest of all when it is null.
    long sequenceAt(@Nullable Instant time, CancelToken cancel) {
        long newest = reach(snapshots.getLast().head().position().sequence());
        if (time == null) {
            return newest;
        }
        long[] found = {0};
        for (At at : snapshots) {
            if (!at.head().at().isAfter(time)) {
                found[0] = Math.max(found[0], at.head().position().sequence());
            }
        }
        for (Names.Part part : parts) {
            cancel.check();
            reading.pack(part.name(), pack -> {
                pack.lines("events", line -> {
                    if (JournalRecord.parse(line) instanceof JournalEvent.Changed changed
                            && !changed.entry().at().isAfter(time)) {
                        found[0] = Math.max(found[0], changed.sequence());
                    }
                });
                return part;
            });
        }
        if (found[0] == 0) {
            throw BackupProblems.noMoment();
        }
        return Math.min(found[0], newest);
    }

    /// The newest snapshot that is not after a change and from which the journal reaches it; none when the journal
    /// reaches it from the first change on.
    Optional<At> before(long sequence) {
        for (At at : snapshots.reversed()) {
            long from = at.head().position().sequence();
            if (from <= sequence && reach(from) >= sequence) {
                return Optional.of(at);
            }
        }
        if (reach(0) < sequence) {
            throw BackupProblems.noMoment();
        }
        return Optional.empty();
    }

    /// Where the history that a place still has before a change begins: nothing for the first change ever, else a
    /// snapshot.
    Optional<At> historyBefore(long sequence) {
        if (reach(0) >= sequence) {
            return Optional.empty();
        }
        return snapshots.stream()
                .filter(at -> at.head().position().sequence() <= sequence
                        && reach(at.head().position().sequence()) >= sequence)
                .findFirst();
    }
}
