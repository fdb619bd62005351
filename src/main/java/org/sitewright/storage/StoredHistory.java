package org.sitewright.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sitewright.history.Moment;
import org.sitewright.history.MomentName;
import org.sitewright.history.SiteHistory;
import org.sitewright.history.Touched;
import org.sitewright.journal.IndexedChange;
import org.sitewright.journal.JournalIndex;
import org.sitewright.journal.RowChange;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.json.Json;

/// The past of sites, read from the journal.
public final class StoredHistory implements SiteHistory {
    private static final int MOST_OPEN = 3;
    private static final Set<String> TABLES = Set.of("projects", "pages", "forms", "media", "components");

    private final Store store;
    private final JournalIndex index;
    private final Map<SiteId, SiteVersions> open = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SiteId, SiteVersions> eldest) {
            return size() > MOST_OPEN;
        }
    };

    /// @param cache a folder that may be deleted at any time
    public StoredHistory(Store store, Path cache) {
        this.store = store;
        this.index = new JournalIndex(store.journal(), cache, TABLES);
    }

    /// Where the changes of the journal stand.
    public JournalIndex index() {
        return index;
    }

    @Override
    public List<Moment> moments(SiteId site) {
        List<Moment> moments = new ArrayList<>();
        Map<String, Map<List<String>, Touched>> known = new HashMap<>();
        for (IndexedChange change : told(site)) {
            String action = change.action();
            if (action.startsWith("site.")) {
                Touched touched = known.computeIfAbsent(action, each -> new HashMap<>())
                        .computeIfAbsent(change.paths(), paths -> Touched.of(action, paths));
                moments.add(
                        new Moment(change.sequence(), change.at(), change.actor(), action, change.label(), touched));
            }
        }
        return moments;
    }

    @Override
    public synchronized Optional<Site> at(SiteId site, long sequence) {
        SiteVersions versions = open.computeIfAbsent(site, each -> new SiteVersions(index, before(site)));
        versions.follow(told(site));
        try {
            return versions.at(sequence);
        } catch (RuntimeException fault) {
            throw StoreFaults.translate(fault);
        }
    }

    private List<RowChange.Put> before(SiteId site) {
        List<RowChange.Put> rows = new ArrayList<>();
        try {
            long unused = store.base().read((table, row) -> {
                if (SiteVersions.isOf(site.toString(), table, row)) {
                    rows.add(new RowChange.Put(table, row.path("id").stringValue(), row));
                }
            });
            return rows;
        } catch (IOException fault) {
            throw StoreFaults.translate(new UncheckedIOException(fault));
        }
    }

    private List<IndexedChange> told(SiteId site) {
        try {
            return index.ofSite(site.toString());
        } catch (RuntimeException fault) {
            throw StoreFaults.translate(fault);
        }
    }

    @Override
    public List<MomentName> names(SiteId site) {
        return store.read(session -> session
                .createSelectionQuery(
                        "from MomentNameRow where projectId = :site order by sequence, id", MomentNameRow.class)
                .setParameter("site", site.value())
                .getResultList()
                .stream()
                .map(row -> new MomentName(row.id, row.sequence, row.name, row.createdAt))
                .toList());
    }

    @Override
    public MomentName name(SiteId site, long sequence, String name, Change change) {
        String shown = name.strip();
        if (shown.isEmpty() || shown.length() > MomentName.LONGEST) {
            throw new IllegalArgumentException("a name has 1 to " + MomentName.LONGEST + " characters");
        }
        return store.write(Act.onSite(change, site, "moment.name", "moment", sequence), unit -> {
            MomentNameRow row = new MomentNameRow();
            row.id = store.newId();
            row.projectId = site.value();
            row.sequence = sequence;
            row.name = shown;
            row.createdAt = store.now();
            unit.insert(row);
            unit.tell(Json.object().nullNode(), Json.object().put("name", shown));
            return new MomentName(row.id, sequence, shown, row.createdAt);
        });
    }

    @Override
    public void forget(SiteId site, UUID name, Change change) {
        store.write(Act.onSite(change, site, "moment.forget", "moment", name), unit -> {
            MomentNameRow row = unit.session().get(MomentNameRow.class, name);
            if (row != null && row.projectId.equals(site.value())) {
                unit.delete(row);
                unit.tell(Json.object().put("name", row.name), Json.object().nullNode());
            }
            return name;
        });
    }
}
