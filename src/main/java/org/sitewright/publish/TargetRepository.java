package org.sitewright.publish;

import java.util.List;
import java.util.Optional;
import org.sitewright.site.UserId;

/// Keeps the targets of each account. Every method is durable when it returns and safe from any thread.
public interface TargetRepository {
    /// Adds a target or writes one anew.
    ///
    /// @throws org.sitewright.work.Problem `SW-PUB-NAME` when another target of the account has the name
    void save(Target target);

    Optional<Target> find(TargetId id);

    /// The target of that name, without regard to case.
    Optional<Target> find(UserId owner, String name);

    /// The account's targets by name.
    List<Target> list(UserId owner);

    /// Does nothing when it is not there. Deployments to the target stay.
    void remove(TargetId id);
}
