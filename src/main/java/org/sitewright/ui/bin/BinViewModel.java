package org.sitewright.ui.bin;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sitewright.history.Bin;
import org.sitewright.history.Binned;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;

/// The state of the bin's screen. The screen's thread owns it.
final class BinViewModel {
    private final Bin bin;
    private final Navigator navigator;
    private final Work work;
    private final Clock clock;
    private final ObservableList<Binned> things = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

    BinViewModel(Bin bin, Navigator navigator, Work work, Clock clock) {
        this.bin = bin;
        this.navigator = navigator;
        this.work = work;
        this.clock = clock;
    }

    ObservableList<Binned> things() {
        return things;
    }

    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    Clock clock() {
        return clock;
    }

    /// How many days a thing is still kept, a day that has begun counted whole; at least one while it is here.
    long daysLeft(Binned thing) {
        Duration left = Duration.between(clock.instant(), thing.deletedAt().plus(Bin.KEPT));
        return Math.max(1, Math.ceilDiv(left.toSeconds(), Duration.ofDays(1).toSeconds()));
    }

    void load() {
        var user = navigator.user();
        work.<List<Binned>>run(
                (progress, cancel) -> bin.list(user),
                found -> {
                    things.setAll(found);
                    loaded.set(true);
                },
                navigator::tell);
    }

    void bringBack(Binned thing) {
        Change change = new Change(
                navigator.user(),
                "Bring back " + thing.kind().words().toLowerCase(Locale.ROOT) + " “" + thing.name() + "”");
        work.<Boolean>run(
                (progress, cancel) -> {
                    bin.bringBack(thing, change);
                    return true;
                },
                done -> {
                    things.remove(thing);
                    tell(thing);
                },
                navigator::tell);
    }

    private void tell(Binned thing) {
        String words = "“" + thing.name() + "” is back";
        Destination open =
                switch (thing.kind()) {
                    case COMPONENT -> new Destination.Components(null);
                    case MEDIA -> new Destination.Media(Objects.requireNonNull(thing.site()));
                    case SITE, PAGE, FORM -> new Destination.Editor(Objects.requireNonNull(thing.site()));
                };
        navigator.tell(words, "Open", () -> navigator.open(open));
    }
}
