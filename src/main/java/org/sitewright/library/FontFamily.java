package org.sitewright.library;

import java.nio.file.Path;
import java.util.List;

/// A font that ships with the program.
///
/// @param fallback the fonts to show until it has come, as CSS
/// @param faces what sites ship
/// @param canvas the same in fixed weights and uncompressed, for the web view of the editor, which reads no other
public record FontFamily(
        String name, String label, String fallback, String licence, List<Face> faces, List<Face> canvas) {
    public FontFamily {
        faces = List.copyOf(faces);
        canvas = List.copyOf(canvas);
    }

    /// The CSS rule that brings one of its files.
    ///
    /// @param url where the file is, as CSS writes it between brackets
    public String fontFace(Face face, String url) {
        String format = face.file().toString().endsWith("ttf") ? "truetype" : "woff2";
        String range = face.range().isEmpty() ? "" : ";unicode-range:" + face.range();
        return "@font-face{font-family:\"" + label + "\";font-style:" + face.style() + ";font-weight:" + face.weight()
                + ";font-display:swap;src:url(" + url + ") format(\"" + format + "\")" + range + "}";
    }

    /// One file: WOFF2 for sites, TrueType for the canvas.
    ///
    /// @param weight a CSS weight or range, as `100 900`
    /// @param range the Unicode ranges that it covers, as CSS
    public record Face(Path file, String style, String weight, String range) {}
}
