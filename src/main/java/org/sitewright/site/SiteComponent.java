package org.sitewright.site;

import java.util.UUID;

/// A component as this site uses it: the site carries its code, so that it can be built anywhere.
///
/// @param id the component of the library that it is a copy of
/// @param scripted whether a person has agreed that visitors run its script
public record SiteComponent(UUID id, String name, String html, String css, String javascript, boolean scripted) {}
