package org.sitewright.backup;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sitewright.journal.JournalEvent;
import org.sitewright.journal.JournalPosition;
import org.sitewright.journal.JournalRecord;
import org.sitewright.journal.RowChange;
import org.sitewright.media.MediaLibrary;
import org.sitewright.site.SiteRepository;
import tools.jackson.databind.node.ObjectNode;

/// Stores that are maps, so that hundreds of moments can be brought back in seconds. Rows are made both ways, from the
/// snapshot and from the beginning of the journal, and must be the same.
final class MemoryScratch implements ScratchStores {
    private final Map<Path, Map<String, ObjectNode>> built = new HashMap<>();
    private JournalPosition end = JournalPosition.START;

    @Override
    public void build(Path folder, Ingredients from) {
        Map<String, ObjectNode> rows = new TreeMap<>();
        Map<String, ObjectNode> fromTheBeginning = new TreeMap<>();
        from.rows().accept((table, row) -> put(rows, table, row));
        from.base().accept((table, row) -> put(fromTheBeginning, table, row));
        List<JournalRecord> records = new java.util.ArrayList<>();
        from.records().accept(records::add);
        Set<Long> aborted = new HashSet<>();
        for (JournalRecord record : records) {
            if (record.event() instanceof JournalEvent.Aborted taken) {
                aborted.add(taken.of());
            }
        }
        for (JournalRecord record : records) {
            if (record.event() instanceof JournalEvent.Changed changed && !aborted.contains(record.sequence())) {
                changed.entry().rows().forEach(change -> apply(fromTheBeginning, change));
                if (record.sequence() > from.at().sequence()) {
                    changed.entry().rows().forEach(change -> apply(rows, change));
                }
            }
        }
        if (!rows.equals(fromTheBeginning)) {
            throw new AssertionError("the snapshot and the journal disagree");
        }
        end = records.isEmpty() ? from.origin() : records.getLast().position();
        built.put(folder, rows);
    }

    private static void put(Map<String, ObjectNode> rows, String table, ObjectNode row) {
        rows.put(table + " " + row.path("id").stringValue(), row);
    }

    private static void apply(Map<String, ObjectNode> rows, RowChange change) {
        switch (change) {
            case RowChange.Put put -> put(rows, put.table(), put.columns());
            case RowChange.Gone gone -> rows.remove(gone.table() + " " + gone.key());
        }
    }

    @Override
    public String schema() {
        return "999";
    }

    @Override
    public Scratch open(Path folder) {
        Map<String, ObjectNode> rows = built.getOrDefault(folder, Map.of());
        JournalPosition position = end;
        return new Scratch() {
            @Override
            public LiveStore live() {
                return new Rows(rows, position);
            }

            @Override
            public List<String> verify() {
                return List.of();
            }

            @Override
            public SiteRepository sites() {
                throw new UnsupportedOperationException();
            }

            @Override
            public MediaLibrary media() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    private record Rows(Map<String, ObjectNode> rows, JournalPosition position) implements LiveStore {
        @Override
        public JournalPosition origin() {
            return JournalPosition.START;
        }

        @Override
        public JournalPosition export(RowSink sink) {
            rows.forEach((key, row) -> sink.row(key.substring(0, key.indexOf(' ')), row));
            return position;
        }

        @Override
        public List<JournalRecord> records(long after, long most) {
            return List.of();
        }

        @Override
        public String schema() {
            return "999";
        }
    }
}
