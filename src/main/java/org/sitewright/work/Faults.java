package org.sitewright.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/// Brings a fault from the thread where it happened to the one that waits for it.
final class Faults {
    private Faults() {}

    static RuntimeException unchecked(ExecutionException fault) {
        Throwable cause = fault.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }

    static CancellationException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException("interrupted");
        cancelled.initCause(stopped);
        return cancelled;
    }
}
