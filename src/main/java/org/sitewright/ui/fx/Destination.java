package org.sitewright.ui.fx;

import org.sitewright.site.SiteId;

/// A place in the program.
public sealed interface Destination {
    record SignIn() implements Destination {}

    record Sites() implements Destination {}

    record NewSite() implements Destination {}

    record Editor(SiteId site) implements Destination {}

    record Publish(SiteId site) implements Destination {}
}
