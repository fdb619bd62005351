package org.sitewright.ui.history;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.sitewright.history.Merged;
import org.sitewright.history.SiteHistory;
import org.sitewright.history.SiteWords;
import org.sitewright.preview.CanvasPage;
import org.sitewright.site.PageId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository;
import org.sitewright.site.UserId;

/// What the history screen works on.
///
/// @param words what sections and fields are called
public record HistoryPorts(
        SiteHistory history, SiteRepository sites, Drawing drawing, SiteWords words, Around around, Copies copies) {
    /// Project files of a site. Reads and writes the disk.
    public interface Copies {
        /// Writes the site with its history.
        void export(Site site, Path file);

        /// What joining with a copy would give; nothing is changed.
        ///
        /// @param theirs the keys of the conflicts that the copy wins
        Merged look(SiteId site, Path file, Set<String> theirs);

        /// The same with the copy's pictures taken in, ready to be stored.
        Merged joined(SiteId site, Path file, Set<String> theirs, UserId actor);
    }

    /// Writes what web views show. Called on any thread.
    @FunctionalInterface
    public interface Drawing {
        CanvasPage.Parts draw(Site site, PageId page);
    }

    /// What is known beside the site.
    ///
    /// @param people what accounts are called, by their ids; reads the disk
    /// @param asNewSite makes a site of its own out of one and stores it under a name; reads and writes the disk
    public record Around(
            Supplier<Map<String, String>> people,
            BiFunction<Site, String, SiteId> asNewSite,
            Clock clock,
            ZoneId zone) {}
}
