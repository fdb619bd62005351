package org.sitewright.ui.media;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sitewright.work.CancelToken;

/// One file while it comes into the library. The screen's thread owns it.
final class Arrival {
    private final String name;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private String words = "Adding…";
    private @Nullable CancelToken token;

    enum State {
        RUNNING,
        ADDED,
        ALREADY_HERE,
        CANCELLED,
        FAILED
    }

    Arrival(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /// What became of it, in the user's words.
    String words() {
        return words;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    State state() {
        return state.get();
    }

    void cancel() {
        if (token != null && state.get() == State.RUNNING) {
            token.cancel();
        }
    }

    void started(CancelToken by) {
        token = by;
    }

    void ended(State how, String said) {
        words = said;
        state.set(how);
    }
}
