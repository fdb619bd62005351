package org.sitewright.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.sitewright.journal.JournalPosition;
import org.sitewright.journal.JournalRecord;
import org.sitewright.media.MediaLibrary;
import org.sitewright.site.SiteRepository;

/// Makes stores out of backups, in folders of their own.
public interface ScratchStores {
    /// Builds a store that can be opened as any other: tables, journal, and the base of the journal.
    ///
    /// @param folder a data folder that is to be, without a store yet
    /// @throws org.sitewright.work.Problem when rows or records do not fit
    void build(Path folder, Ingredients from);

    /// The version of the tables that stores have here, as `005`.
    String schema();

    /// Opens a store that was built.
    Scratch open(Path folder);

    /// What a store is made of.
    ///
    /// @param origin where the journal begins
    /// @param base hands over the rows at the origin; nothing when the journal begins with the first change
    /// @param records hands over what follows the origin, in order
    /// @param at a place in the records
    /// @param rows hands over the rows at that place
    record Ingredients(
            JournalPosition origin,
            Consumer<RowSink> base,
            Consumer<Consumer<JournalRecord>> records,
            JournalPosition at,
            Consumer<RowSink> rows) {}

    /// An open store that came from a backup.
    interface Scratch extends AutoCloseable {
        LiveStore live();

        /// What is wrong between tables and journal; empty when all agree.
        List<String> verify();

        SiteRepository sites();

        MediaLibrary media();

        @Override
        void close();
    }
}
