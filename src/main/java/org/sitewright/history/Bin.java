package org.sitewright.history;

import java.time.Duration;
import java.util.List;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;

/// What was deleted lately. Reads and writes the disk: never called on the screen's thread.
public interface Bin {
    /// How long it is kept.
    Duration KEPT = Duration.ofDays(30);

    /// What an account can bring back, newest first.
    List<Binned> list(UserId owner);

    /// Brings a thing back to where it was; pages and forms as an ordinary edit of their site.
    ///
    /// @throws org.sitewright.work.Problem `SW-BIN-404` when its place has gone, or it is back already
    void bringBack(Binned thing, Change change);

    /// Lets go of the rows of sites that have been here longer than [#KEPT].
    ///
    /// @return how many sites went
    int prune();
}
