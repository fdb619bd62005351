package org.sitewright.site;

/// What a page is for.
public enum PageRole {
    /// A page with an address of its own.
    PAGE,
    /// Shown for an address that is not there. A site has at most one.
    NOT_FOUND,
    /// A pattern that new pages start from; never part of a build.
    TEMPLATE
}
