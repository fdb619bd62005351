package org.sitewright.ui.history;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.sitewright.history.Moment;
import org.sitewright.history.MomentFilter;
import org.sitewright.history.Sitting;

/// The moments of a site, which of them are looked at, and the one that is shown. The screen's thread owns it.
final class Timeline {
    private static final Comparator<Moment> ORDER = Comparator.comparingLong(Moment::sequence);

    private final ZoneId zone;
    private final ObservableList<Moment> shown = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Moment> position = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<MomentFilter> filter = new SimpleObjectProperty<>(MomentFilter.ALL);
    private final ObjectProperty<TimeScale.Range> range = new SimpleObjectProperty<>(TimeScale.Range.WEEKS);
    private List<Moment> all = List.of();

    Timeline(ZoneId zone) {
        this.zone = zone;
        filter.addListener((property, before, after) -> shown.setAll(after.of(all)));
    }

    /// Those that the filter takes, oldest first.
    ObservableList<Moment> shown() {
        return shown;
    }

    List<Moment> all() {
        return all;
    }

    ReadOnlyObjectProperty<@Nullable Moment> positionProperty() {
        return position.getReadOnlyProperty();
    }

    ObjectProperty<MomentFilter> filterProperty() {
        return filter;
    }

    ObjectProperty<TimeScale.Range> rangeProperty() {
        return range;
    }

    /// Takes over what was read. The position stays; at first it is the end of the sitting before the newest, so that
    /// there is something to see.
    void load(List<Moment> moments) {
        all = moments;
        shown.setAll(filter.get().of(all));
        if (position.get() == null && !all.isEmpty()) {
            List<Sitting> sittings = Sitting.of(all, zone);
            Moment newest = all.getLast();
            Moment first = sittings.size() > 1
                    ? sittings.get(sittings.size() - 2).moments().getLast()
                    : all.get(Math.max(0, all.size() - 2));
            position.set(first.equals(newest) ? all.getFirst() : first);
        }
    }

    void go(Moment moment) {
        position.set(moment);
    }

    /// Goes on by so many of the moments that are looked at; stops at either end.
    void step(int by) {
        if (shown.isEmpty()) {
            return;
        }
        int here = place();
        boolean between = here < 0;
        int from = between ? -here - 1 : here;
        int to = between && by > 0 ? from + by - 1 : from + by;
        position.set(shown.get(Math.clamp(to, 0, shown.size() - 1)));
    }

    /// Goes to the end of the day before, or to the beginning of the next one that has moments.
    void day(int way) {
        Moment here = position.get();
        if (here == null) {
            return;
        }
        LocalDate day = dayOf(here);
        List<Moment> order = way > 0 ? shown : shown.reversed();
        Optional<Moment> found = order.stream()
                .filter(each -> way > 0 ? dayOf(each).isAfter(day) : dayOf(each).isBefore(day))
                .filter(each -> way > 0 ? each.sequence() > here.sequence() : each.sequence() < here.sequence())
                .findFirst();
        found.or(() -> shown.isEmpty() ? Optional.empty() : Optional.of(order.getLast()))
                .ifPresent(position::set);
    }

    void first() {
        if (!shown.isEmpty()) {
            position.set(shown.getFirst());
        }
    }

    void last() {
        if (!shown.isEmpty()) {
            position.set(shown.getLast());
        }
    }

    /// The number of the position among those that are looked at, from 0; where it is not one of them, as
    /// [Collections#binarySearch] says it.
    int place() {
        Moment here = position.get();
        return here == null ? -1 : Collections.binarySearch(shown, here, ORDER);
    }

    private LocalDate dayOf(Moment moment) {
        return moment.at().atZone(zone).toLocalDate();
    }
}
