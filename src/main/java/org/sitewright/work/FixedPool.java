package org.sitewright.work;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A fixed number of threads for work that fills a processor or a lot of memory, as pictures do: whatever is asked,
/// no more than that number run at once.
public final class FixedPool implements AutoCloseable {
    private final ExecutorService threads;

    /// @param name what the threads are called in a thread dump
    public FixedPool(int threads, String name) {
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    }

    /// Runs the work on the pool and waits for it.
    ///
    /// @throws RuntimeException what the work threw, as it was when it is unchecked
    /// @throws java.util.concurrent.CancellationException when this thread was interrupted meanwhile
    public <T> T call(Callable<T> work) {
        Future<T> running = threads.submit(work);
        try {
            return running.get();
        } catch (InterruptedException stopped) {
            running.cancel(true);
            throw Faults.interrupted(stopped);
        } catch (ExecutionException fault) {
            throw Faults.unchecked(fault);
        }
    }

    /// Waits for the work that runs and takes no more.
    @Override
    public void close() {
        threads.close();
    }
}
