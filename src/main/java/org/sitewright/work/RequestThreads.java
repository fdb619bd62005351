package org.sitewright.work;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Runs the requests of a server on virtual threads, a bounded number at a time.
public final class RequestThreads implements Executor, AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places;

    /// @param atOnce how many may run at the same time; others wait their turn
    public RequestThreads(int atOnce) {
        places = new Semaphore(atOnce);
    }

    @Override
    public void execute(Runnable request) {
        threads.execute(() -> {
            places.acquireUninterruptibly();
            try {
                request.run();
            } finally {
                places.release();
            }
        });
    }

    /// Interrupts the requests that run and takes no more.
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
