package org.sitewright.ui.publish;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.sitewright.ui.fx.Subscription;

/// Listens for as long as a screen is open.
final class Listening {
    private Listening() {}

    static <T> void to(ObservableValue<T> value, Subscription open, Runnable action) {
        ChangeListener<T> listener = (property, before, after) -> action.run();
        value.addListener(listener);
        open.add(() -> value.removeListener(listener));
    }

    static <T> void to(ObservableList<T> list, Subscription open, Runnable action) {
        ListChangeListener<T> listener = change -> action.run();
        list.addListener(listener);
        open.add(() -> list.removeListener(listener));
    }
}
