package org.sitewright.ui.fx;

import java.util.ArrayList;
import java.util.List;

/// What a screen must undo when it goes: listeners, timers, jobs. Closed once, in reverse order.
public final class Subscription implements AutoCloseable {
    private final List<Runnable> undo = new ArrayList<>();

    public void add(Runnable action) {
        undo.add(action);
    }

    @Override
    public void close() {
        List<Runnable> actions = List.copyOf(undo);
        undo.clear();
        actions.reversed().forEach(Runnable::run);
    }
}
