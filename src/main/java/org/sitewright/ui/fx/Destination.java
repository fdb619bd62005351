package org.sitewright.ui.fx;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.PageId;
import org.sitewright.site.SectionId;
import org.sitewright.site.SiteId;

/// A place in the program.
public sealed interface Destination {
    /// The site that it is about; empty for what is about all of them or none.
    default Optional<SiteId> about() {
        return switch (this) {
            case Editor editor -> Optional.of(editor.site());
            case Media media -> Optional.of(media.site());
            case Publish publish -> Optional.of(publish.site());
            case History history -> Optional.of(history.site());
            case SignIn signIn -> Optional.empty();
            case Sites sites -> Optional.empty();
            case NewSite fresh -> Optional.empty();
            case Activity activity -> Optional.empty();
            case Bin bin -> Optional.empty();
            case Components components -> Optional.empty();
            case Backups backups -> Optional.empty();
        };
    }

    record SignIn() implements Destination {}

    record Sites() implements Destination {}

    /// @param from what is offered first
    record NewSite(Beginning from) implements Destination {
        /// Where a new site comes from.
        public enum Beginning {
            STARTER,
            IMPORT,
            BLANK
        }
    }

    /// @param spot what to show first, or null for the home page
    record Editor(SiteId site, @Nullable Spot spot) implements Destination {
        public Editor(SiteId site) {
            this(site, null);
        }

        /// A place of the site.
        ///
        /// @param page null for what every page shows
        /// @param section null for the page itself
        public record Spot(@Nullable PageId page, @Nullable SectionId section) {}
    }

    record Media(SiteId site) implements Destination {}

    record Publish(SiteId site) implements Destination {}

    /// The past of a site.
    record History(SiteId site) implements Destination {}

    /// Everything that was done, by whom.
    record Activity() implements Destination {}

    /// What was deleted and can be brought back.
    record Bin() implements Destination {}

    /// The library of components.
    ///
    /// @param component the one to show, or null for all
    record Components(@Nullable UUID component) implements Destination {}

    record Backups() implements Destination {}
}
