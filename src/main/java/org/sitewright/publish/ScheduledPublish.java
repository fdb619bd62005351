package org.sitewright.publish;

import java.time.Instant;
import java.util.UUID;
import org.sitewright.site.SiteId;
import org.sitewright.site.UserId;

/// A publish that somebody chose a time for. What is saved at that time is published. There is at most one for a site
/// and a target; when it was done it is there no longer, and the deployment tells of it.
///
/// @param due an instant, so that it stays when clocks are changed or the computer travels
/// @param note why it was missed or failed, for a person to read; else empty
public record ScheduledPublish(
        UUID id,
        SiteId site,
        TargetId target,
        UserId user,
        Instant due,
        WhenMissed whenMissed,
        State state,
        String note,
        Instant createdAt) {
    /// What happens when the program was closed or offline at the time.
    public enum WhenMissed {
        /// It is published as soon as that is possible.
        PUBLISH,
        /// It is said, and left to the person.
        ASK
    }

    /// How far it is.
    public enum State {
        WAITING,
        MISSED,
        FAILED
    }

    public boolean isDue(Instant now) {
        return state == State.WAITING && !due.isAfter(now);
    }

    /// The same, over without having been done.
    public ScheduledPublish ended(State how, String why) {
        return new ScheduledPublish(id, site, target, user, due, whenMissed, how, why, createdAt);
    }
}
