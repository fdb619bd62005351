package org.sitewright.ui.fx;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Job;
import org.sitewright.work.Jobs;
import org.sitewright.work.Outcome;
import org.sitewright.work.Progress;

/// Runs jobs for screens: the work elsewhere, what comes of it on the screen's thread.
public final class Work {
    private final Jobs jobs;
    private final Executor screen;

    /// @param screen runs what touches the screen; tests give one that runs at once
    public Work(Jobs jobs, Executor screen) {
        this.jobs = jobs;
        this.screen = screen;
    }

    /// @param ended called once on the screen's thread
    public <T> CancelToken start(Job<T> job, Consumer<Outcome<T>> ended) {
        return start(job, Progress.NONE, ended);
    }

    /// @param progress called on the screen's thread
    public <T> CancelToken start(Job<T> job, Progress progress, Consumer<Outcome<T>> ended) {
        return jobs.start(
                job,
                (done, total, step) -> screen.execute(() -> progress.at(done, total, step)),
                outcome -> screen.execute(() -> ended.accept(outcome)));
    }

    /// A job that nobody wants to cancel.
    ///
    /// @param done gets the result, on the screen's thread
    /// @param failed gets the fault, on the screen's thread
    public <T> void run(Job<T> job, Consumer<T> done, Consumer<Exception> failed) {
        CancelToken unused = start(job, outcome -> {
            switch (outcome) {
                case Outcome.Done<T> result -> done.accept(result.value());
                case Outcome.Failed<T> fault -> failed.accept(fault.fault());
                case Outcome.Cancelled<T> stopped -> {}
            }
        });
    }
}
