package org.sitewright.library;

import java.nio.file.Path;
import org.sitewright.site.Style;

/// An example site to begin from.
///
/// @param name its folder under `assets/starters`
public record Starter(String name, String label, String description, Style style, int pages, Path folder) {}
