package org.sitewright.ui.publish;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.sitewright.work.Progress;

/// Brings events from working threads to the screen in order, waking it once for as many as there are.
final class EventFeed {
    private final Queue<SendEvent> events = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();

    /// @param screen whose call reaches [#drain]
    void add(SendEvent event, Progress screen) {
        events.add(event);
        if (woken.compareAndSet(false, true)) {
            screen.at(0, 0, "");
        }
    }

    void drain(Consumer<SendEvent> to) {
        woken.set(false);
        for (SendEvent event = events.poll(); event != null; event = events.poll()) {
            to.accept(event);
        }
    }
}
