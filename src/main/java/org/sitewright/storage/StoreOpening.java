package org.sitewright.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.sitewright.journal.Journal;
import org.sitewright.journal.JournalVerdict;
import org.sitewright.journal.SegmentFiles;
import org.sitewright.site.Ids;
import org.sitewright.work.Problem;
import org.sitewright.work.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a store up: opens database and journal, lets the database catch up with the journal, and rebuilds a database
/// that is damaged. The caller holds the [DataFolderLock].
public final class StoreOpening {
    private static final Logger LOG = LoggerFactory.getLogger(StoreOpening.class);
    private static final String NAME = "sitewright";
    private static final String ENDING = ".mv.db";

    private final Path folder;
    private final Clock clock;
    private final Hooks hooks;
    private final DatabaseSeal seal;
    private final List<String> notes = new ArrayList<>();

    /// Where tests put faults in.
    ///
    /// @param pause between two checkpoints
    record Hooks(SegmentFiles files, Database.Access access, Duration pause) {
        static final Hooks NONE = new Hooks(SegmentFiles.ON_DISK, Database.Access.PLAIN, Duration.ofSeconds(30));
    }

    private StoreOpening(Path folder, Clock clock, Hooks hooks) {
        this.folder = folder;
        this.clock = clock;
        this.hooks = hooks;
        this.seal = DatabaseSeal.of(folder.resolve("database").resolve(NAME + ENDING));
    }

    /// Opens the store in a data folder, making it when there is none. What had to be repaired is told by
    /// [Store#notes].
    ///
    /// @throws Problem when it cannot be opened; nothing is lost then
    public static Store open(Path dataFolder, Clock clock, Ids ids) {
        return open(dataFolder, clock, ids, Hooks.NONE);
    }

    static Store open(Path dataFolder, Clock clock, Ids ids, Hooks hooks) {
        try {
            return new StoreOpening(dataFolder, clock, hooks).open(ids);
        } catch (SQLException | IOException fault) {
            throw StoreFaults.translate(new IllegalStateException(fault));
        } catch (RuntimeException fault) {
            throw StoreFaults.translate(fault);
        }
    }

    private Store open(Ids ids) throws SQLException, IOException {
        Files.createDirectories(file().getParent());
        boolean rebuilt = false;
        Database database;
        long applied;
        try {
            seal.breakOpen();
            database = Database.open(file(), hooks.access());
            applied = lastApplied(database);
        } catch (RuntimeException | SQLException fault) {
            database = openAnew(fault);
            applied = 0;
            rebuilt = true;
        }
        Base base = Base.in(folder);
        try {
            applied = base.fill(database, applied);
            Journal journal = Journal.open(folder.resolve("journal"), hooks.files(), applied);
            if (applied > 0 && journal.wasAborted(applied)) {
                database.close();
                setAside();
                database = Database.open(file(), hooks.access());
                applied = base.fill(database, 0);
            }
            notes.addAll(journal.notes());
            long replayed = new Replay(database, notes).after(journal, applied);
            if (rebuilt) {
                tellRebuilt(journal, replayed);
            }
            return new Store(
                    new Store.Parts(database, journal, base, seal),
                    clock,
                    ids,
                    notes,
                    Recurring.every(hooks.pause(), this::warn));
        } catch (RuntimeException | SQLException | IOException fault) {
            database.close();
            throw fault;
        }
    }

    private void tellRebuilt(Journal journal, long replayed) {
        notes.add("It was rebuilt from the journal: " + replayed + " changes, the newest is number "
                + journal.lastSequence() + ".");
        if (journal.verify() instanceof JournalVerdict.Damaged(List<String> places)) {
            notes.add(
                    "The journal is damaged as well (" + places.getFirst()
                            + "), and the changes in that place did not come back. A backup has them: open Backups and restore.");
        }
    }

    private static long lastApplied(Database database) throws SQLException {
        try {
            return database.lastApplied();
        } catch (SQLException fault) {
            database.close();
            throw fault;
        }
    }

    private Database openAnew(Exception fault) throws IOException {
        if (StoreFaults.isAlreadyOpen(fault)) {
            throw new DataFolderLock.AlreadyOpen(folder);
        }
        Path database = folder.resolve("database").resolve(NAME + ENDING);
        if (StoreFaults.isDiskFull(fault) || !Files.exists(database) || !Files.isWritable(database)) {
            throw new IllegalStateException(fault);
        }
        if (StoreFaults.isOfAnotherVersion(fault)) {
            throw new Problem(
                    "SW-DB-VERSION",
                    "The database was written by another version of Sitewright.",
                    "Update Sitewright, then start it again.",
                    fault);
        }
        LOG.warn("The database does not open; it is set aside and rebuilt from the journal: {}", fault.toString());
        Path kept = setAside();
        try {
            return Database.open(file(), hooks.access());
        } catch (RuntimeException alsoAnew) {
            Files.move(kept, database, StandardCopyOption.REPLACE_EXISTING);
            throw alsoAnew;
        }
    }

    private Path setAside() throws IOException {
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                .withZone(ZoneOffset.UTC)
                .format(clock.instant());
        Path damaged = file().resolveSibling(NAME + ENDING);
        Path kept = file().resolveSibling(NAME + "-damaged-" + time + ENDING);
        for (int number = 2; Files.exists(kept); number++) {
            kept = file().resolveSibling(NAME + "-damaged-" + time + "-" + number + ENDING);
        }
        Files.move(damaged, kept);
        notes.add("The database file was damaged. It was set aside as " + kept.getFileName() + ".");
        return kept;
    }

    private Path file() {
        return folder.resolve("database").resolve(NAME);
    }

    private void warn(RuntimeException fault) {
        LOG.warn("A checkpoint failed; the journal has every change.", fault);
    }
}
