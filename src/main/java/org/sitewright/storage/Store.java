package org.sitewright.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.jspecify.annotations.Nullable;
import org.sitewright.journal.Journal;
import org.sitewright.journal.JournalEntry;
import org.sitewright.journal.JournalVerdict;
import org.sitewright.site.Ids;
import org.sitewright.site.json.Json;
import org.sitewright.work.Problem;
import org.sitewright.work.Recurring;
import tools.jackson.databind.JsonNode;

/// The open store. Its unit of work makes journal and database agree: the rows are written and checked, the journal is
/// forced to the disk, and only then the database commits, with the sequence it has reached. Safe from any thread;
/// units of work run one after another. Made by [StoreOpening].
public final class Store implements AutoCloseable {
    private static final int LONGEST_AUDIT_VALUE = 500_000;
    private static final int LONGEST_LABEL = 1000;

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final Ids ids;
    private final List<String> notes;
    private final Base base;
    private final DatabaseSeal seal;
    private final ReentrantLock writing = new ReentrantLock();
    private final Recurring checkpoints;
    private volatile boolean changedSinceCheckpoint;
    private volatile boolean lost;

    /// @param base what the journal begins upon
    /// @param seal put on the database's file when it is closed
    record Parts(Database database, Journal journal, Base base, DatabaseSeal seal) {}

    Store(Parts parts, Clock clock, Ids ids, List<String> notes, Recurring.Starter every) {
        this.database = parts.database();
        this.journal = parts.journal();
        this.base = parts.base();
        this.seal = parts.seal();
        this.clock = clock;
        this.ids = ids;
        this.notes = List.copyOf(notes);
        this.checkpoints = every.start(this::checkpointWhenChanged);
    }

    /// What opening found and repaired, in words for the person; empty after an orderly close.
    public List<String> notes() {
        return notes;
    }

    Journal journal() {
        return journal;
    }

    /// The rows upon which the journal begins.
    Base base() {
        return base;
    }

    UUID newId() {
        return ids.next();
    }

    /// The time in the precision that the database keeps.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// Runs a query.
    ///
    /// @throws Problem when the database cannot be read
    <T> T read(Function<StatelessSession, T> query) {
        if (lost) {
            whileStill(() -> {
                revive();
                return lost;
            });
        }
        try (StatelessSession session = database.sessions().openStatelessSession()) {
            return query.apply(session);
        } catch (RuntimeException fault) {
            throw translate(fault);
        }
    }

    /// H2 gives an open file up when the disk is full; a file that it cannot read is rebuilt at the next opening.
    private RuntimeException translate(RuntimeException fault) {
        if (StoreFaults.isDiskFull(fault) || StoreFaults.isClosed(fault)) {
            lost = true;
        } else if (StoreFaults.isCorrupted(fault) && !lost) {
            seal.damaged();
        }
        return StoreFaults.translate(fault);
    }

    /// Opens the file again after H2 gave it up, and lets it catch up with the journal. The caller holds the lock.
    private void revive() {
        if (!lost) {
            return;
        }
        try {
            journal.settle();
            database.reopen();
            long applied = database.lastApplied();
            if (journal.wasAborted(applied)) {
                throw StoreFaults.damaged("the database has a change that was taken back");
            }
            long unused = new Replay(database, new ArrayList<>()).after(journal, applied);
            lost = false;
        } catch (SQLException fault) {
            if (StoreFaults.isCorrupted(fault)) {
                seal.damaged();
            }
            throw StoreFaults.translate(new IllegalStateException(fault));
        } catch (RuntimeException fault) {
            throw StoreFaults.translate(fault);
        }
    }

    /// The number of the newest change that is in the tables.
    long lastApplied() {
        try {
            return database.lastApplied();
        } catch (SQLException fault) {
            throw StoreFaults.translate(new IllegalStateException(fault));
        }
    }

    /// Runs one unit of work. When it returns, the change is durable; when it throws, nothing of it has happened. Work
    /// that writes no row leaves no trace.
    ///
    /// @throws Problem when the change could not be kept, or what `work` throws
    <T> T write(Act act, Function<Writing, T> work) {
        writing.lock();
        try {
            revive();
            return writeOne(act, work);
        } finally {
            writing.unlock();
        }
    }

    private <T> T writeOne(Act act, Function<Writing, T> work) {
        try (StatelessSession session = database.sessions().openStatelessSession()) {
            journal.settle();
            Transaction transaction = session.beginTransaction();
            Writing unit = new Writing(session);
            T result = prepare(transaction, () -> work.apply(unit));
            if (unit.isEmpty()) {
                transaction.rollback();
                return result;
            }
            long sequence = prepare(transaction, () -> journal.append(entry(act, unit)));
            commit(transaction, sequence);
            changedSinceCheckpoint = true;
            return result;
        } catch (RuntimeException fault) {
            throw translate(fault);
        }
    }

    private static <T> T prepare(Transaction transaction, Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException fault) {
            rollback(transaction, fault);
            throw fault;
        }
    }

    private static void rollback(Transaction transaction, RuntimeException fault) {
        try {
            transaction.rollback();
        } catch (RuntimeException alsoRollback) {
            fault.addSuppressed(alsoRollback);
        }
    }

    /// The journal has the change. When the database fails to commit it, the journal takes it back, unless the database
    /// turns out to have committed after all.
    private void commit(Transaction transaction, long sequence) {
        try {
            transaction.commit();
        } catch (RuntimeException fault) {
            rollback(transaction, fault);
            // A file that H2 gave up cannot be asked: whoever asks would only wait.
            boolean gaveUp = StoreFaults.isDiskFull(fault) || StoreFaults.isClosed(fault);
            if (gaveUp || !isApplied(sequence)) {
                journal.abort(sequence, now());
                throw fault;
            }
        }
    }

    private boolean isApplied(long sequence) {
        try {
            return database.lastApplied() >= sequence;
        } catch (SQLException unreadable) {
            return false;
        }
    }

    private JournalEntry entry(Act asked, Writing unit) {
        Act act = unit.actor().isEmpty() ? asked : asked.by(unit.actor());
        Instant at = Objects.requireNonNullElseGet(unit.at(), this::now);
        long sequence = journal.lastSequence() + 1;
        unit.insert(audit(act, unit, sequence, at));
        unit.applied(sequence);
        return new JournalEntry(
                at,
                act.actor(),
                act.site(),
                act.action(),
                act.label(),
                act.resourceType(),
                act.resourceId(),
                unit.previous(),
                unit.next(),
                unit.images());
    }

    private AuditLogRow audit(Act act, Writing unit, long sequence, Instant at) {
        AuditLogRow row = new AuditLogRow();
        row.id = newId();
        row.sequence = sequence;
        row.userId = uuid(act.actor());
        row.projectId = uuid(act.site());
        row.action = act.action();
        row.label = act.label().substring(0, Math.min(LONGEST_LABEL, act.label().length()));
        row.resourceType = act.resourceType();
        row.resourceId = act.resourceId();
        row.previousValue = auditValue(unit.previous());
        row.newValue = auditValue(unit.next());
        row.ipAddress = "";
        row.userAgent = "";
        row.createdAt = at;
        return row;
    }

    /// Very large values are whole in the journal only.
    private static String auditValue(JsonNode value) {
        String text = Json.write(value);
        return text.length() <= LONGEST_AUDIT_VALUE
                ? text
                : Json.write(Json.object().put("omitted", text.length()));
    }

    private static @Nullable UUID uuid(String text) {
        return text.isEmpty() ? null : UUID.fromString(text);
    }

    /// Runs while nothing is written.
    <T> T whileStill(Supplier<T> task) {
        writing.lock();
        try {
            return task.get();
        } finally {
            writing.unlock();
        }
    }

    Database database() {
        return database;
    }

    private void checkpointWhenChanged() {
        if (changedSinceCheckpoint) {
            changedSinceCheckpoint = false;
            checkpoint();
        }
    }

    private void checkpoint() {
        try {
            database.checkpoint();
        } catch (SQLException fault) {
            changedSinceCheckpoint = true;
            throw new Problem(
                    "SW-STORE",
                    "The database could not be written out; the journal has every change.",
                    "Check that the disk is connected and has space.",
                    fault);
        }
    }

    /// Walks the chain of hashes through the whole journal. Nobody who writes waits for it.
    public JournalVerdict checkChain() {
        return journal.verify();
    }

    /// Whether the program last ended without closing the store.
    public boolean endedInOrder() {
        return seal.wasThere();
    }

    /// Checks that journal and database are whole and agree. A database that does not agree with a whole journal is
    /// rebuilt at the next opening.
    ///
    /// @return what is wrong, in words; empty when all is well
    public List<String> verify() {
        writing.lock();
        try {
            StoreCheck check = new StoreCheck(database, journal, base);
            List<String> faults = check.run();
            if (check.isDatabaseAlone()) {
                seal.damaged();
            }
            return faults;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() {
        checkpoints.close();
        writing.lock();
        try {
            try (database;
                    journal) {
                checkpoint();
            }
            seal.close();
        } catch (IOException fault) {
            throw StoreFaults.translate(new UncheckedIOException(fault));
        } finally {
            writing.unlock();
        }
    }
}
