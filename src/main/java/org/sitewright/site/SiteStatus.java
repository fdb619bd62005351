package org.sitewright.site;

/// Where a site stands in its life.
public enum SiteStatus {
    DRAFT,
    PUBLISHED,
    ARCHIVED
}
