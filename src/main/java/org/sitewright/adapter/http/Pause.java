package org.sitewright.adapter.http;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/// Waits; tests count instead.
@FunctionalInterface
public interface Pause {
    /// Waits on the thread that asks.
    Pause SLEEP = wait -> {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    };

    void of(Duration wait);
}
