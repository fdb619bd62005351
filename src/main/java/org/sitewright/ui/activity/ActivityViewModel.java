package org.sitewright.ui.activity;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sitewright.journal.AuditExport;
import org.sitewright.journal.AuditQuery;
import org.sitewright.journal.AuditRecord;
import org.sitewright.journal.JournalVerdict;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;
import org.sitewright.work.Problem;

/// The state of the activity screen. The screen's thread owns it.
final class ActivityViewModel {
    private static final int AT_ONCE = 200;

    private final ActivityPorts ports;
    private final Navigator navigator;
    private final Work work;
    private final ObservableList<AuditRecord> records = FXCollections.observableArrayList();
    private final ObjectProperty<AuditQuery> query = new SimpleObjectProperty<>(AuditQuery.ALL);
    private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Chain> chain = new ReadOnlyObjectWrapper<>(new Chain.Checking());
    private Map<String, String> people = Map.of();
    private Map<String, String> sites = Map.of();
    private List<String> actions = List.of();
    private long asked;
    private boolean loading;

    /// How things stand with the chain of hashes.
    sealed interface Chain {
        record Checking() implements Chain {}

        record Whole(long changes, Instant at) implements Chain {}

        record Broken(List<String> places) implements Chain {}

        /// It could not be read.
        record Unknown(String why) implements Chain {}
    }

    /// How far back is looked.
    enum Period {
        ALL("Any time"),
        TODAY("Today"),
        WEEK("Last 7 days"),
        MONTH("Last 30 days");

        private final String words;

        Period(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private record Known(Map<String, String> people, Map<String, String> sites, List<String> actions) {}

    ActivityViewModel(ActivityPorts ports, Navigator navigator, Work work) {
        this.ports = ports;
        this.navigator = navigator;
        this.work = work;
        query.addListener((property, before, after) -> reload());
    }

    ObservableList<AuditRecord> records() {
        return records;
    }

    ObjectProperty<AuditQuery> queryProperty() {
        return query;
    }

    /// Whether the oldest record that is wanted is there.
    ReadOnlyBooleanProperty completeProperty() {
        return complete.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Chain> chainProperty() {
        return chain.getReadOnlyProperty();
    }

    Map<String, String> people() {
        return people;
    }

    Map<String, String> sites() {
        return sites;
    }

    List<String> actions() {
        return actions;
    }

    ActivityPorts ports() {
        return ports;
    }

    String person(AuditRecord record) {
        return record.user().isEmpty() ? "Sitewright" : people.getOrDefault(record.user(), "Somebody who is gone");
    }

    /// Empty for what belongs to none.
    String site(AuditRecord record) {
        return record.site().isEmpty() ? "" : sites.getOrDefault(record.site(), "A site that is gone");
    }

    void load() {
        work.<Known>run(
                (progress, cancel) -> new Known(
                        ports.names().people().get(),
                        ports.names().sites().get(),
                        ports.log().actions()),
                known -> {
                    people = known.people();
                    sites = known.sites();
                    actions = known.actions();
                    reload();
                },
                navigator::tell);
        check();
    }

    private void reload() {
        asked++;
        loading = false;
        complete.set(false);
        more(Long.MAX_VALUE, true);
    }

    /// Reads on, where there is more.
    void more() {
        if (!loading && !complete.get() && !records.isEmpty()) {
            more(records.getLast().sequence(), false);
        }
    }

    private void more(long before, boolean anew) {
        long number = asked;
        AuditQuery wanted = query.get();
        loading = true;
        work.<List<AuditRecord>>run(
                (progress, cancel) -> ports.log().find(wanted, before, AT_ONCE),
                found -> {
                    if (number == asked) {
                        loading = false;
                        complete.set(found.size() < AT_ONCE);
                        if (anew) {
                            records.setAll(found);
                        } else {
                            records.addAll(found);
                        }
                    }
                },
                fault -> {
                    loading = false;
                    navigator.tell(fault);
                });
    }

    void period(Period period) {
        LocalDate today = ports.clock().instant().atZone(ports.zone()).toLocalDate();
        Instant start = today.atStartOfDay(ports.zone()).toInstant();
        AuditQuery now = query.get();
        query.set(
                switch (period) {
                    case ALL -> now.withTime(null, null);
                    case TODAY -> now.withTime(start, null);
                    case WEEK -> now.withTime(start.minus(Duration.ofDays(6)), null);
                    case MONTH -> now.withTime(start.minus(Duration.ofDays(29)), null);
                });
    }

    /// Walks the chain of hashes.
    void check() {
        chain.set(new Chain.Checking());
        work.<JournalVerdict>run(
                (progress, cancel) -> ports.chain().get(),
                verdict -> chain.set(
                        switch (verdict) {
                            case JournalVerdict.Whole whole ->
                                new Chain.Whole(whole.events(), ports.clock().instant());
                            case JournalVerdict.Damaged(List<String> places) -> new Chain.Broken(places);
                        }),
                fault -> {
                    chain.set(new Chain.Unknown(String.valueOf(fault.getMessage())));
                    navigator.tell(fault);
                });
    }

    /// Writes what is looked at into a file: CSV, or JSON where its name ends so.
    void export(Path file) {
        AuditQuery wanted = query.get();
        Map<String, String> names = new LinkedHashMap<>(people);
        work.<Long>run(
                (progress, cancel) -> write(file, wanted, names),
                count -> navigator.tell(
                        "Wrote " + count + (count == 1 ? " record" : " records") + " to " + file.getFileName()),
                navigator::tell);
    }

    private long write(Path file, AuditQuery wanted, Map<String, String> names) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            long count;
            try (BufferedWriter out = Files.newBufferedWriter(part)) {
                AuditExport export = new AuditExport(ports.log(), names);
                count = String.valueOf(file.getFileName()).endsWith(".json")
                        ? export.json(wanted, out)
                        : export.csv(wanted, out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return count;
        } catch (IOException fault) {
            throw new Problem(
                    "SW-EXPORT",
                    "The file " + file + " cannot be written.",
                    "Check that its folder is there, that you may write to it, and that the disk has space.",
                    fault);
        }
    }

    /// What a record changed, value by value.
    List<ValueChange> values(AuditRecord record) {
        return new ArrayList<>(ValueChange.of(record.previousValue(), record.newValue()));
    }
}
