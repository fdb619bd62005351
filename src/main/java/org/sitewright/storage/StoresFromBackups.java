package org.sitewright.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.sitewright.backup.LiveStore;
import org.sitewright.backup.ScratchStores;
import org.sitewright.journal.JournalRestore;
import org.sitewright.media.MediaLibrary;
import org.sitewright.site.Ids;
import org.sitewright.site.SiteRepository;

/// Makes stores out of backups.
public final class StoresFromBackups implements ScratchStores {
    private static final int ROOM = 1 << 20;

    private final Clock clock;
    private final Ids ids;
    private final Database.Access access;

    public StoresFromBackups(Clock clock, Ids ids) {
        this(clock, ids, Database.Access.PLAIN);
    }

    StoresFromBackups(Clock clock, Ids ids, Database.Access access) {
        this.clock = clock;
        this.ids = ids;
        this.access = access;
    }

    @Override
    public void build(Path folder, Ingredients from) {
        try {
            Files.createDirectories(folder.resolve("database"));
            Files.createDirectories(folder.resolve("journal"));
            if (from.origin().sequence() > 0) {
                Base.in(folder).write(from.origin().sequence(), from.base());
            }
            try (JournalRestore journal = new JournalRestore(folder.resolve("journal"), from.origin())) {
                from.records().accept(journal::add);
            }
            try (Database database =
                    Database.openToFill(folder.resolve("database").resolve("sitewright"), access)) {
                Base.fill(database, from.rows());
                Base.mark(database, from.at().sequence());
                database.checkpoint();
            }
        } catch (IOException fault) {
            throw StoreFaults.translate(new UncheckedIOException(fault));
        } catch (SQLException fault) {
            throw StoreFaults.translate(new IllegalStateException(fault));
        } catch (RuntimeException fault) {
            throw StoreFaults.isClosed(fault) ? givenUp(folder, fault) : fault;
        }
    }

    /// H2 gives a file up when a thread of its own cannot write, and says only that it is closed. Whether the disk is
    /// full shows when something else is written; it goes with the folder, which is of no use now.
    private static RuntimeException givenUp(Path folder, RuntimeException fault) {
        try {
            Files.write(folder.resolve("room"), new byte[ROOM]);
            return StoreFaults.translate(fault);
        } catch (IOException noRoom) {
            noRoom.addSuppressed(fault);
            return StoreFaults.translate(new UncheckedIOException(noRoom));
        }
    }

    @Override
    public String schema() {
        return Database.NEWEST_MIGRATION;
    }

    @Override
    public Scratch open(Path folder) {
        StoreOpening.Hooks hooks =
                new StoreOpening.Hooks(StoreOpening.Hooks.NONE.files(), access, StoreOpening.Hooks.NONE.pause());
        return new Opened(StoreOpening.open(folder, clock, ids, hooks));
    }

    private record Opened(Store store) implements Scratch {
        @Override
        public LiveStore live() {
            return new StoreCopy(store);
        }

        @Override
        public List<String> verify() {
            return store.verify();
        }

        @Override
        public SiteRepository sites() {
            return new StoredSites(store);
        }

        @Override
        public MediaLibrary media() {
            return new StoredMedia(store);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
