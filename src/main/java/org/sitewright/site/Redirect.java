package org.sitewright.site;

/// An address that leads to another one.
///
/// @param from the slug of a page that is served there no longer
/// @param to a page of the site or an absolute address
public record Redirect(String from, LinkTarget to) {}
