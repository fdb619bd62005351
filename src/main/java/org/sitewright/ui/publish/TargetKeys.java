package org.sitewright.ui.publish;

import org.sitewright.publish.AccessKey;
import org.sitewright.publish.Target;

/// Where the keys of targets are kept. Nothing of a key ever comes back to the screen. [#keep] and [#forget] are not
/// called on the screen's thread; faults are thrown as `org.sitewright.work.Problem`.
public interface TargetKeys {
    /// Whether keys can be kept and used now. Quick: it may be asked on the screen's thread.
    boolean isOpen();

    /// Keeps a key for the target, replacing the one before.
    void keep(Target target, AccessKey key);

    /// Does nothing when there is none.
    void forget(Target target);
}
