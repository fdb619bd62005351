package org.sitewright.render;

/// The picture that is shown where a page is shared.
///
/// @param path from the site's root
/// @param width in pixels
record Card(String path, String contentType, int width, int height) {}
