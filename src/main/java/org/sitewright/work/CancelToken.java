package org.sitewright.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/// A request to stop, shared by who asks and who works. Cancelling is not a failure: work that stops for it throws
/// [CancellationException], which [Jobs] reports as an outcome of its own.
public final class CancelToken {
    private final AtomicBoolean cancelled = new AtomicBoolean();

    public void cancel() {
        cancelled.set(true);
    }

    public boolean isCancelled() {
        return cancelled.get();
    }

    /// @throws CancellationException when somebody asked to stop
    public void check() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }
}
