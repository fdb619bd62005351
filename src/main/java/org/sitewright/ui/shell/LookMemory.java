package org.sitewright.ui.shell;

import org.sitewright.site.UserId;
import org.sitewright.ui.control.Look;

/// Keeps what each person chose for light and dark. Both methods read or write the disk: neither is called on the
/// screen's thread.
public interface LookMemory {
    Look.Choice choiceOf(UserId user);

    void keep(UserId user, Look.Choice choice);
}
