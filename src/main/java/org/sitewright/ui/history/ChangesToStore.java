package org.sitewright.ui.history;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;

/// Stores what was changed on the history screen, one change after the other. The screen's thread owns it.
final class ChangesToStore {
    private final SiteRepository sites;
    private final Work work;
    private final Navigator navigator;
    private final Runnable stored;
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final Deque<Unsaved> unsaved = new ArrayDeque<>();
    private final Deque<Runnable> afterwards = new ArrayDeque<>();

    private record Unsaved(Site site, Change change) {}

    /// @param stored runs whenever everything is stored
    ChangesToStore(SiteRepository sites, Work work, Navigator navigator, Runnable stored) {
        this.sites = sites;
        this.work = work;
        this.navigator = navigator;
        this.stored = stored;
    }

    ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }

    void add(Site site, Change change) {
        unsaved.addLast(new Unsaved(site, change));
        save();
    }

    /// Runs something once every change is stored, or told that it could not be.
    void whenStored(Runnable then) {
        save();
        if (saving.get()) {
            afterwards.addLast(then);
        } else {
            then.run();
        }
    }

    private void save() {
        if (saving.get() || unsaved.isEmpty()) {
            return;
        }
        Unsaved next = unsaved.removeFirst();
        saving.set(true);
        work.<Boolean>run(
                (progress, cancel) -> {
                    sites.save(next.site(), next.change());
                    return true;
                },
                done -> {
                    saving.set(false);
                    save();
                    if (!saving.get()) {
                        stored.run();
                        runAfterwards();
                    }
                },
                fault -> {
                    saving.set(false);
                    unsaved.addFirst(next);
                    navigator.tell(fault);
                    runAfterwards();
                });
    }

    private void runAfterwards() {
        while (!afterwards.isEmpty()) {
            afterwards.removeFirst().run();
        }
    }
}
