package org.sitewright.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Runs jobs on virtual threads, a bounded number at a time: who came first begins first. The only place that makes
/// threads.
public final class Jobs implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places;

    /// @param atOnce how many jobs may run at the same time; others wait their turn
    public Jobs(int atOnce) {
        places = new Semaphore(atOnce, true);
    }

    /// Starts a job and returns at once. After [#close] it counts as cancelled before it began: the program ends, and
    /// what one job led to may ask for another.
    ///
    /// @param ended called once, on the job's thread; on this one when the job does not begin
    /// @return the token that cancels it
    public <T> CancelToken start(Job<T> job, Progress progress, Consumer<Outcome<T>> ended) {
        CancelToken cancel = new CancelToken();
        try {
            threads.execute(() -> {
                places.acquireUninterruptibly();
                try {
                    ended.accept(run(job, progress, cancel));
                } finally {
                    places.release();
                }
            });
        } catch (RejectedExecutionException closed) {
            cancel.cancel();
            ended.accept(new Outcome.Cancelled<>());
        }
        return cancel;
    }

    /// Runs a job on this thread.
    public static <T> Outcome<T> run(Job<T> job, Progress progress, CancelToken cancel) {
        try {
            cancel.check();
            return new Outcome.Done<>(job.run(progress, cancel));
        } catch (CancellationException stopped) {
            return new Outcome.Cancelled<>();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome.Cancelled<>();
        } catch (Exception fault) {
            return new Outcome.Failed<>(fault);
        }
    }

    /// Waits for the jobs that run and takes no more.
    @Override
    public void close() {
        threads.close();
    }
}
