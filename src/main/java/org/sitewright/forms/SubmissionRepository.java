package org.sitewright.forms;

import java.util.List;

/// Keeps submissions. Every method is durable when it returns and safe from any thread.
public interface SubmissionRepository {
    /// Adds a submission and counts it at its form. One that is there already changes nothing.
    ///
    /// @return whether it was new
    boolean add(Submission submission);

    /// The newest submissions of a form, newest first.
    List<Submission> list(FormId form, int count);
}
