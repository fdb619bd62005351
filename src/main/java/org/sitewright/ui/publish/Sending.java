package org.sitewright.ui.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.PlannedFile;
import org.sitewright.publish.PublishPlan;
import org.sitewright.render.CacheControl;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;

/// How far a publish is. The screen's thread owns it.
final class Sending {
    private final Clock clock;
    private final ObservableList<LogLine> log = FXCollections.observableArrayList();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final Map<String, Instant> begun = new HashMap<>();
    private final Count assets = new Count();
    private final Count pages = new Count();
    private OutputTree tree = OutputTree.empty();
    private Instant startedAt = Instant.EPOCH;
    private @Nullable Duration built;
    private boolean planned;
    private boolean checking;

    enum Step {
        BUILD("Build"),
        ASSETS("Pictures and styles"),
        PAGES("Pages"),
        CHECK("Check");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// A line of the log.
    ///
    /// @param verb what was done, as `put`
    /// @param took in milliseconds; below 0 when it has no duration
    record LogLine(Instant at, String verb, String text, long bytes, long took, String cache) {}

    private static final class Count {
        private int files;
        private int filesDone;
        private long bytes;
        private long bytesDone;

        private void clear() {
            files = 0;
            filesDone = 0;
            bytes = 0;
            bytesDone = 0;
        }
    }

    Sending(Clock clock) {
        this.clock = clock;
    }

    void begin() {
        log.clear();
        begun.clear();
        assets.clear();
        pages.clear();
        tree = OutputTree.empty();
        startedAt = clock.instant();
        built = null;
        planned = false;
        checking = false;
        changed();
    }

    void built(SendEvent.Built event) {
        tree = event.tree();
        built = event.took();
        log.add(new LogLine(
                event.at(),
                "build",
                Amounts.files(tree.count()),
                tree.size(),
                event.took().toMillis(),
                ""));
        changed();
    }

    void planned(PublishPlan plan) {
        planned = true;
        for (PlannedFile file : plan.files()) {
            if (file.change() == PlannedFile.Change.NEW || file.change() == PlannedFile.Change.CHANGED) {
                Count count = count(file.path());
                count.files++;
                count.bytes += file.bytes();
            }
        }
        changed();
    }

    void began(SendEvent.Began event) {
        begun.put(event.path(), event.at());
        changed();
    }

    void ended(SendEvent.Ended event) {
        Instant from = begun.getOrDefault(event.path(), event.at());
        Count count = count(event.path());
        long size = tree.file(event.path()).map(OutputFile::size).orElse(0L);
        count.filesDone++;
        count.bytesDone += size;
        String cache = isAsset(event.path()) ? "immutable" : CacheControl.REVALIDATE.header();
        log.add(new LogLine(
                event.at(),
                "put",
                event.path(),
                size,
                Duration.between(from, event.at()).toMillis(),
                cache));
        changed();
    }

    void note(String words, Instant at) {
        log.add(new LogLine(at, "note", words, -1, -1, ""));
        changed();
    }

    void checking(Instant at) {
        if (checking) {
            return;
        }
        checking = true;
        note("Looking at the site as a visitor", at);
    }

    ObservableList<LogLine> log() {
        return log;
    }

    /// Counts what happened, so that the screen knows when to look again.
    ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    int files() {
        return assets.files + pages.files;
    }

    int filesDone() {
        return assets.filesDone + pages.filesDone;
    }

    long bytes() {
        return assets.bytes + pages.bytes;
    }

    long bytesDone() {
        return assets.bytesDone + pages.bytesDone;
    }

    /// From 0 to 1; below 0 while nothing is known yet.
    double fraction() {
        if (!planned) {
            return -1;
        }
        return bytes() > 0 ? Math.min(1, (double) bytesDone() / bytes()) : 1;
    }

    Duration spent() {
        return Duration.between(startedAt, clock.instant());
    }

    Step step() {
        if (!planned) {
            return Step.BUILD;
        }
        if (checking || filesDone() >= files()) {
            return Step.CHECK;
        }
        return assets.filesDone < assets.files ? Step.ASSETS : Step.PAGES;
    }

    /// How far a step is, as `2 of 4`; empty when that says nothing.
    String amount(Step step) {
        return switch (step) {
            case BUILD -> built == null ? "" : Amounts.duration(built);
            case ASSETS -> amount(assets);
            case PAGES -> amount(pages);
            case CHECK -> "";
        };
    }

    private static String amount(Count count) {
        return count.files == 0 ? "none" : count.filesDone + " of " + count.files;
    }

    private Count count(String path) {
        return isAsset(path) ? assets : pages;
    }

    private boolean isAsset(String path) {
        return tree.file(path)
                .filter(file -> file.cacheControl() == CacheControl.IMMUTABLE)
                .isPresent();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }
}
