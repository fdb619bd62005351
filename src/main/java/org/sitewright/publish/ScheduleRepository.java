package org.sitewright.publish;

import java.util.List;
import org.sitewright.site.UserId;

/// Keeps scheduled publishes. Every method is durable when it returns and safe from any thread.
public interface ScheduleRepository {
    /// Adds it, in the place of the one that the site and the target had.
    void save(ScheduledPublish scheduled);

    /// Those of an account, the next one first.
    List<ScheduledPublish> list(UserId user);

    /// Does nothing when it is not there.
    void remove(ScheduledPublish scheduled);
}
