package org.sitewright.publish;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.sitewright.work.Problem;

/// Lets one publish at a time go to a target from this program. Other computers are kept away by the lease at the host.
public final class PublishTurns {
    public static final String BUSY = "SW-PUB-BUSY";

    private final Set<TargetId> taken = new HashSet<>();

    /// Runs something while it has the target to itself.
    ///
    /// @throws Problem [#BUSY] when another publish is under way there
    <T> T during(TargetId target, Callable<T> work) throws Exception {
        take(target);
        try {
            return work.call();
        } finally {
            give(target);
        }
    }

    private synchronized void take(TargetId target) {
        if (!taken.add(target)) {
            throw new Problem(
                    BUSY,
                    "Another publish to this target is under way.",
                    "Wait until it has ended, then publish again.");
        }
    }

    private synchronized void give(TargetId target) {
        taken.remove(target);
    }
}
