package org.sitewright.ui.fx;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A delay that ends when a test says so.
public final class HandDelay implements Delay {
    private @Nullable Runnable waiting;
    private Duration wait = Duration.ZERO;

    @Override
    public void restart(Duration time, Runnable action) {
        wait = time;
        waiting = action;
    }

    @Override
    public void stop() {
        waiting = null;
    }

    public boolean isWaiting() {
        return waiting != null;
    }

    /// How long the present wait is.
    public Duration length() {
        return wait;
    }

    /// Ends the wait.
    public void end() {
        Runnable action = waiting;
        waiting = null;
        if (action != null) {
            action.run();
        }
    }
}
