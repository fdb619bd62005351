package org.sitewright.ui.fx;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.SiteId;

/// A place in the program.
public sealed interface Destination {
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

    record Editor(SiteId site) implements Destination {}

    record Media(SiteId site) implements Destination {}

    record Publish(SiteId site) implements Destination {}

    /// The library of components.
    ///
    /// @param component the one to show, or null for all
    record Components(@Nullable UUID component) implements Destination {}
}
