package org.sitewright.ui.publish;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.ScheduledPublish;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.site.SiteId;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;

/// The publish of the site to the chosen target that waits for its time, if there is one. The screen's thread owns it.
final class ScheduleViewModel {
    private final PublishPorts.Places places;
    private final SiteId site;
    private final Navigator navigator;
    private final Work work;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<@Nullable ScheduledPublish> current = new ReadOnlyObjectWrapper<>();
    private @Nullable Target target;

    ScheduleViewModel(PublishPorts.Places places, SiteId site, Navigator navigator, Work work, Clock clock) {
        this.places = places;
        this.site = site;
        this.navigator = navigator;
        this.work = work;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<@Nullable ScheduledPublish> currentProperty() {
        return current.getReadOnlyProperty();
    }

    Instant now() {
        return clock.instant();
    }

    void show(@Nullable Target chosen) {
        target = chosen;
        current.set(null);
        load();
    }

    /// Reads it anew, as after its time has come.
    void load() {
        Target now = target;
        if (now == null) {
            return;
        }
        var user = navigator.user();
        work.<List<ScheduledPublish>>run(
                (progress, cancel) -> places.schedules().list(user),
                found -> {
                    if (now.equals(target)) {
                        current.set(of(found, now.id()).orElse(null));
                    }
                },
                navigator::tell);
    }

    private Optional<ScheduledPublish> of(List<ScheduledPublish> all, TargetId id) {
        return all.stream()
                .filter(each -> each.site().equals(site) && each.target().equals(id))
                .findFirst();
    }

    /// Chooses a time, or another one.
    void plan(Instant due, ScheduledPublish.WhenMissed whenMissed) {
        Target now = target;
        if (now != null) {
            save(new ScheduledPublish(
                    places.ids().next(),
                    site,
                    now.id(),
                    navigator.user(),
                    due,
                    whenMissed,
                    ScheduledPublish.State.WAITING,
                    "",
                    clock.instant()));
        }
    }

    /// Takes it off; it can be taken back.
    void cancel() {
        ScheduledPublish planned = current.get();
        if (planned != null) {
            work.<Boolean>run(
                    (progress, stop) -> {
                        places.schedules().remove(planned);
                        return true;
                    },
                    removed -> {
                        load();
                        navigator.tell("Nothing is published by itself now", "Undo", () -> save(planned));
                    },
                    navigator::tell);
        }
    }

    private void save(ScheduledPublish planned) {
        work.<Boolean>run(
                (progress, stop) -> {
                    places.schedules().save(planned);
                    return true;
                },
                saved -> load(),
                navigator::tell);
    }
}
