package org.sitewright.forms;

import java.util.List;
import org.sitewright.site.FormId;

/// Keeps submissions. Every method is durable when it returns and safe from any thread.
public interface SubmissionRepository {
    /// Adds a submission and counts it at its form. One that is there already changes nothing.
    ///
    /// @return whether it was new
    boolean add(Submission submission);

    /// The newest submissions of a form, newest first.
    List<Submission> list(FormId form, int count);

    /// How many came in through the form, also while the site does not show it; 0 for a form that is not known.
    long count(FormId form);
}
