package org.sitewright.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sitewright.journal.IndexedChange;
import org.sitewright.journal.JournalIndex;
import org.sitewright.journal.RowChange;
import org.sitewright.site.Form;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import tools.jackson.databind.node.ObjectNode;

/// Every version of one site. Which change wrote each of its rows last before a moment is found by halving; only those
/// changes are read. Versions of rows are kept for a while, so that neighbouring moments share their pages.
final class SiteVersions {
    private static final int MOST_KEPT = 3_000;
    private static final List<String> TABLES = List.of("projects", "pages", "forms");

    private final JournalIndex index;
    private final Map<String, Versions> rows = new LinkedHashMap<>();
    private final Map<Version, Part> kept = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Version, Part> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private final Map<String, Part> base = new LinkedHashMap<>();
    private int known;

    /// @param before the rows of the site upon which the journal begins; none where it begins with the first change
    SiteVersions(JournalIndex index, List<RowChange.Put> before) {
        this.index = index;
        before.forEach(put -> base.put(put.table() + "/" + put.key(), part(put)));
    }

    /// Whether a row of the base is part of a site.
    static boolean isOf(String site, String table, ObjectNode row) {
        String owner = table.equals("projects") ? "id" : "project_id";
        return TABLES.contains(table) && row.path(owner).stringValue("").equals(site);
    }

    /// One row as one change left it.
    private record Version(String row, long sequence) {}

    /// A row that is part of the site.
    private sealed interface Part {
        record Shell(Site site) implements Part {}

        record OnePage(int position, Page page) implements Part {}

        record OneForm(int position, Form form) implements Part {}

        /// A row that says that it is deleted.
        record Nothing() implements Part {}
    }

    /// The changes that wrote one row, oldest first.
    private static final class Versions {
        private IndexedChange[] changes = new IndexedChange[4];
        private int size;

        void add(IndexedChange change) {
            if (size == changes.length) {
                changes = Arrays.copyOf(changes, size * 2);
            }
            changes[size++] = change;
        }

        @Nullable
        IndexedChange upTo(long sequence) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (changes[middle].sequence() <= sequence) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low == 0 ? null : changes[low - 1];
        }
    }

    /// Learns what was changed since.
    ///
    /// @param changes all of the site, oldest first
    void follow(List<IndexedChange> changes) {
        for (IndexedChange change : changes.subList(Math.min(known, changes.size()), changes.size())) {
            for (String row : change.rows()) {
                String key = row.startsWith("-") ? row.substring(1) : row;
                if (TABLES.contains(key.substring(0, key.indexOf('/')))) {
                    rows.computeIfAbsent(key, each -> new Versions()).add(change);
                }
            }
        }
        known = changes.size();
    }

    /// The site after the newest change up to a sequence.
    Optional<Site> at(long sequence) {
        Map<Long, List<String>> wanted = new TreeMap<>();
        Map<Long, IndexedChange> changes = new HashMap<>();
        rows.forEach((row, versions) -> {
            IndexedChange change = versions.upTo(sequence);
            if (change != null && !change.rows().contains("-" + row)) {
                wanted.computeIfAbsent(change.sequence(), each -> new ArrayList<>())
                        .add(row);
                changes.put(change.sequence(), change);
            }
        });
        List<Part> parts = new ArrayList<>();
        base.forEach((row, part) -> {
            Versions later = rows.get(row);
            if (later == null || later.upTo(sequence) == null) {
                parts.add(part);
            }
        });
        wanted.forEach((each, names) -> read(Objects.requireNonNull(changes.get(each)), names, parts));
        return assembled(parts);
    }

    private void read(IndexedChange change, List<String> names, List<Part> parts) {
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            Part found = kept.get(new Version(name, change.sequence()));
            if (found == null) {
                missing.add(name);
            } else {
                parts.add(found);
            }
        }
        if (!missing.isEmpty()) {
            for (RowChange row : index.read(change).rows()) {
                String name = row.table() + "/" + row.key();
                if (row instanceof RowChange.Put put && missing.contains(name)) {
                    Part part = part(put);
                    kept.put(new Version(name, change.sequence()), part);
                    parts.add(part);
                }
            }
        }
    }

    private static Part part(RowChange.Put put) {
        return switch (put.table()) {
            case "projects" -> new Part.Shell(SiteRows.site(PastRows.project(put.columns()), List.of(), List.of()));
            case "pages" -> {
                PageRow row = PastRows.page(put.columns());
                yield new Part.OnePage(row.position, SiteRows.page(row));
            }
            default -> {
                FormRow row = PastRows.form(put.columns());
                yield row.deletedAt == null ? new Part.OneForm(row.position, SiteRows.form(row)) : new Part.Nothing();
            }
        };
    }

    private static Optional<Site> assembled(List<Part> parts) {
        List<Part.OnePage> pages = new ArrayList<>();
        List<Part.OneForm> forms = new ArrayList<>();
        Site shell = null;
        for (Part part : parts) {
            switch (part) {
                case Part.Shell found -> shell = found.site();
                case Part.OnePage page -> pages.add(page);
                case Part.OneForm form -> forms.add(form);
                case Part.Nothing gone -> {}
            }
        }
        if (shell == null || pages.isEmpty()) {
            return Optional.empty();
        }
        pages.sort(Comparator.comparingInt(Part.OnePage::position)
                .thenComparing(page -> page.page().id().value()));
        forms.sort(Comparator.comparingInt(Part.OneForm::position)
                .thenComparing(form -> form.form().id().value()));
        List<Form> ordered = forms.stream().map(Part.OneForm::form).toList();
        Site site = shell.withPages(pages.stream().map(Part.OnePage::page).toList());
        return Optional.of(
                ordered.isEmpty() ? site : site.withParts(site.parts().withForms(ordered)));
    }
}
