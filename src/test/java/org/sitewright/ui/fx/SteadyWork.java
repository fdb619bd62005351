package org.sitewright.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Jobs;
import org.sitewright.work.Progress;

/// Work as screens do it, without a screen: the test's own thread stands for the screen's, and runs what has come in
/// when it says so.
public final class SteadyWork implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final Jobs jobs = new Jobs(1);
    private final LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Work work = new Work(jobs, screen::add);

    public Work work() {
        return work;
    }

    /// Waits for one result and hands it to the screen.
    public void step() {
        try {
            Runnable next = screen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("a job that has ended").isNotNull();
            next.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /// Hands on so many results, one after another.
    public void steps(int count) {
        for (int i = 0; i < count; i++) {
            step();
        }
    }

    /// Whether nothing waits for the screen.
    public boolean isIdle() {
        return screen.isEmpty();
    }

    /// Waits until every job has ended that was asked for, a bounded time. What came of them may wait for the screen.
    public void awaitJobs() {
        CountDownLatch last = new CountDownLatch(1);
        CancelToken unused = jobs.start((progress, cancel) -> true, Progress.NONE, outcome -> last.countDown());
        await(last);
    }

    /// Waits for a latch, a bounded time.
    public static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        jobs.close();
    }
}
