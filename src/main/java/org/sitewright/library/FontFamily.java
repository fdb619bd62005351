package org.sitewright.library;

import java.nio.file.Path;
import java.util.List;

/// A font that ships with the program.
///
/// @param fallback the fonts to show until it has come, as CSS
public record FontFamily(String name, String label, String fallback, String licence, List<Face> faces) {
    public FontFamily {
        faces = List.copyOf(faces);
    }

    /// One WOFF2 file.
    ///
    /// @param weight a CSS weight or range, as `100 900`
    /// @param range the Unicode ranges that it covers, as CSS
    public record Face(Path file, String style, String weight, String range) {}
}
