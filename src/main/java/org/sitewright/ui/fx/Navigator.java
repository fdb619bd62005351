package org.sitewright.ui.fx;

import org.sitewright.site.UserId;

/// How screens lead to one another and speak to the user.
public interface Navigator {
    void open(Destination destination);

    /// Who is signed in.
    ///
    /// @throws IllegalStateException when nobody is
    UserId user();

    /// A short message that goes by itself.
    void tell(String message);

    /// A message with something to do, as "Undo".
    void tell(String message, String action, Runnable run);

    /// What went wrong and what to do; also writes the log.
    void tell(Exception fault);

    /// Shows a page in the computer's browser.
    void browse(String url);
}
