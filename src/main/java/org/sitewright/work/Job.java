package org.sitewright.work;

/// Long work with a result. It reports to the progress, looks at the token between steps, and knows no toolkit.
@FunctionalInterface
public interface Job<T> {
    /// @throws java.util.concurrent.CancellationException when the token asked it to stop
    /// @throws Exception any fault; [Jobs] hands it to who started the job
    T run(Progress progress, CancelToken cancel) throws Exception;
}
