package org.sitewright.ui.sites;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.sitewright.library.Starter;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteType;
import org.sitewright.site.Style;
import org.sitewright.site.UserId;

/// What the home screen does with whole sites. Every method reads or writes the disk: none is called on the screen's
/// thread. Faults are thrown as `org.sitewright.work.Problem`.
public interface SiteActions {
    Site fromStarter(Starter starter, String name, UserId owner);

    Site blank(String name, UserId owner, SiteType type, Style style);

    /// @param file an exported project
    Site fromFile(Path file, UserId owner);

    /// A copy with all its pages and pictures.
    Site duplicate(SiteId site, UserId owner);

    /// A starter as it would look, without keeping a site.
    Site look(Starter starter, UserId owner);

    /// When which sites publish themselves next; for none by default.
    default Map<SiteId, Instant> planned(UserId owner) {
        return Map.of();
    }

    /// Serves a site to the browser until the program ends.
    ///
    /// @return its address
    String preview(SiteId site);
}
