package org.sitewright.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs a short task again and again on a thread of its own, until closed. A task that throws is told to `failed` and
/// runs again the next time.
public final class Recurring implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Recurring(Duration pause, Runnable task, Consumer<RuntimeException> failed) {
        thread = Thread.ofPlatform().daemon().name("recurring").start(() -> loop(pause, task, failed));
    }

    /// Starts the task that it is given.
    @FunctionalInterface
    public interface Starter {
        Recurring start(Runnable task);
    }

    public static Starter every(Duration pause, Consumer<RuntimeException> failed) {
        return task -> new Recurring(pause, task, failed);
    }

    private void loop(Duration pause, Runnable task, Consumer<RuntimeException> failed) {
        try {
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    task.run();
                } catch (RuntimeException fault) {
                    failed.accept(fault);
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for a task that is running; none runs afterwards.
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
