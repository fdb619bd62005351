package org.sitewright.ui.editor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.ui.fx.Delay;
import org.sitewright.ui.fx.Work;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Outcome;

/// Saves by itself what was edited, soon after each change and one save at a time. The screen's thread owns it and
/// never waits for the disk.
final class Autosave {
    private static final Duration QUIET = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofMillis(700);

    private final SiteRepository sites;
    private final Work work;
    private final Delay delay;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<State> state;
    private @Nullable Site waiting;
    private @Nullable Change label;
    private Instant waitingSince = Instant.EPOCH;
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean saving;

    /// How things stand with the disk.
    sealed interface State {
        record Saved(Instant at) implements State {}

        record Saving() implements State {}

        record Failed(Exception fault) implements State {}
    }

    Autosave(SiteRepository sites, Work work, Delay delay, Clock clock, Instant lastSaved) {
        this.sites = sites;
        this.work = work;
        this.delay = delay;
        this.clock = clock;
        this.state = new ReadOnlyObjectWrapper<>(new State.Saved(lastSaved));
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Stores what waits, then runs something. Where the disk refuses, it runs too: the fault is shown elsewhere.
    void whenStored(Runnable then) {
        saveNow();
        if (saving) {
            afterwards.add(then);
        } else {
            then.run();
        }
    }

    void changed(Site site, Change change) {
        if (waiting == null) {
            waitingSince = clock.instant();
        }
        waiting = site;
        label = change;
        Duration waited = Duration.between(waitingSince, clock.instant());
        Duration left = LONGEST.minus(waited);
        if (left.isNegative() || left.isZero()) {
            delay.stop();
            saveNow();
        } else {
            delay.restart(left.compareTo(QUIET) < 0 ? left : QUIET, this::saveNow);
        }
    }

    /// Hands on what waits, at once.
    void saveNow() {
        delay.stop();
        Site site = waiting;
        Change change = label;
        if (saving || site == null || change == null) {
            return;
        }
        waiting = null;
        saving = true;
        state.set(new State.Saving());
        CancelToken unused = work.start(
                (progress, cancel) -> {
                    sites.save(site, change);
                    return clock.instant();
                },
                outcome -> saved(site, change, outcome));
    }

    private void saved(Site site, Change change, Outcome<Instant> outcome) {
        saving = false;
        switch (outcome) {
            case Outcome.Done<Instant> done -> state.set(new State.Saved(done.value()));
            case Outcome.Cancelled<Instant> never -> state.set(new State.Saving());
            case Outcome.Failed<Instant> failed -> {
                // Nothing is given up: the next change, or the user, tries again.
                if (waiting == null) {
                    waiting = site;
                    label = change;
                }
                state.set(new State.Failed(failed.fault()));
                tellStored();
                return;
            }
        }
        saveNow();
        if (!saving) {
            tellStored();
        }
    }

    private void tellStored() {
        List<Runnable> ready = List.copyOf(afterwards);
        afterwards.clear();
        ready.forEach(Runnable::run);
    }
}
