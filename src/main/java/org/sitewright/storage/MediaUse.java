package org.sitewright.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sitewright.backup.MediaNames;
import org.sitewright.journal.IndexedChange;
import org.sitewright.journal.RowChange;
import org.sitewright.media.MediaStore;
import org.sitewright.site.MediaId;
import org.sitewright.site.json.Json;
import org.sitewright.work.CancelToken;
import tools.jackson.databind.JsonNode;

/// Which media something still names: a row as it is, a row as it was at any time of late, the base of the journal, or
/// a change that no backup has yet. The audit log is left out: it tells of everything for ever.
public final class MediaUse {
    private static final String LOG = "audit_logs";

    private final Store store;
    private final StoredHistory history;
    private final MediaStore media;

    public MediaUse(Store store, StoredHistory history, MediaStore media) {
        this.store = store;
        this.history = history;
        this.media = media;
    }

    /// @param since rows as they were then or later count
    /// @param shipped the newest change that a backup has; the newest of all where there are no backups
    public Set<MediaId> named(Instant since, long shipped, CancelToken cancel) {
        MediaNames names = new MediaNames(media);
        List<IndexedChange> all = history.index().all();
        long first = Math.min(shipped + 1, firstSince(all, since));
        Set<String> rows = new HashSet<>();
        store.journal().replay(first - 1, event -> {
            cancel.check();
            event.entry().rows().forEach(row -> {
                rows.add(row.table() + "/" + row.key());
                if (!row.table().equals(LOG) && row instanceof RowChange.Put put) {
                    read(names, put.columns());
                }
            });
        });
        before(all, first, rows, names, cancel);
        try {
            long unused = store.base().read((table, row) -> read(names, row));
        } catch (IOException fault) {
            throw StoreFaults.translate(new UncheckedIOException(fault));
        }
        new StoreCopy(store).export((table, row) -> {
            cancel.check();
            if (!table.equals(LOG)) {
                read(names, row);
            }
        });
        return names.found();
    }

    /// The number of the oldest change that is not older; every later one counts whatever time it says.
    private static long firstSince(List<IndexedChange> all, Instant since) {
        return all.stream()
                .filter(change -> !change.at().isBefore(since))
                .mapToLong(IndexedChange::sequence)
                .min()
                .orElse(all.isEmpty() ? 0 : all.getLast().sequence() + 1);
    }

    /// What rows that were changed of late were before that.
    private void before(List<IndexedChange> all, long first, Set<String> rows, MediaNames names, CancelToken cancel) {
        for (IndexedChange change : all.reversed()) {
            if (rows.isEmpty()) {
                return;
            }
            if (change.sequence() < first && change.rows().stream().anyMatch(row -> rows.contains(plain(row)))) {
                cancel.check();
                for (RowChange row : history.index().read(change).rows()) {
                    boolean wanted = rows.remove(row.table() + "/" + row.key());
                    if (wanted && row instanceof RowChange.Put put) {
                        read(names, put.columns());
                    }
                }
            }
        }
    }

    private static String plain(String row) {
        return row.startsWith("-") ? row.substring(1) : row;
    }

    private static void read(MediaNames names, JsonNode row) {
        names.read(Json.write(row).getBytes(StandardCharsets.UTF_8));
    }
}
