package org.sitewright.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A request to stop, shared by who asks and who works. Cancelling is not a failure: work that stops for it throws
/// [CancellationException], which [Jobs] reports as an outcome of its own.
public final class CancelToken {
    private final List<Runnable> waiting = new ArrayList<>();
    private volatile boolean cancelled;

    /// One that asks to stop by itself after a time.
    public static CancelToken after(Duration time) {
        CancelToken token = new CancelToken();
        Thread unused = Thread.ofVirtual().name("patience").start(() -> {
            LockSupport.parkNanos(time.toNanos());
            token.cancel();
        });
        return token;
    }

    public void cancel() {
        synchronized (waiting) {
            cancelled = true;
            waiting.forEach(Runnable::run);
            waiting.clear();
        }
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /// @throws CancellationException when somebody asked to stop
    public void check() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }

    /// As [#interrupting], where whatever is thrown by work that was broken off is no fault of its own.
    ///
    /// @throws CancellationException when somebody asked to stop before the work was done
    public <T> T breakingOff(Supplier<T> work) {
        try {
            return interrupting(work);
        } catch (RuntimeException broken) {
            check();
            throw broken;
        }
    }

    /// As [#breakingOff(Supplier)], with what is to be tidied up after work that was broken off.
    public <T> T breakingOff(Supplier<T> work, Runnable tidy) {
        try {
            return breakingOff(work);
        } catch (CancellationException stopped) {
            try {
                tidy.run();
            } catch (RuntimeException left) {
                stopped.addSuppressed(left);
            }
            throw stopped;
        }
    }

    /// Does work on this thread and interrupts it when somebody asks to stop; afterwards the thread is as before. For
    /// work that waits and takes no harm from being broken off, as a transfer.
    public <T> T interrupting(Supplier<T> work) {
        return meanwhile(work, Thread.currentThread()::interrupt, Thread::interrupted);
    }

    /// Does work, and when somebody asks to stop meanwhile, something else beside it on a thread of its own: it closes
    /// what the work waits for, where that does not hear of an interrupt.
    public <T> T closing(Supplier<T> work, Runnable close) {
        return meanwhile(work, () -> Thread.ofVirtual().name("closing").start(close), () -> false);
    }

    private <T> T meanwhile(Supplier<T> work, Runnable stop, BooleanSupplier told) {
        synchronized (waiting) {
            check();
            waiting.add(stop);
        }
        try {
            return work.get();
        } finally {
            synchronized (waiting) {
                // Who cancels took it out and has told us.
                if (!waiting.remove(stop)) {
                    boolean unused = told.getAsBoolean();
                }
            }
        }
    }
}
