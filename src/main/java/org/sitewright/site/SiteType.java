package org.sitewright.site;

/// A website, or an app that visitors can install.
public enum SiteType {
    WEBSITE,
    APP
}
