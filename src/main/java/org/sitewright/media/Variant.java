package org.sitewright.media;

import java.nio.file.Path;

/// A picture at one size in one format.
///
/// @param file its bytes, never rewritten
/// @param sha256 of the bytes, 64 lower-case hexadecimal digits
public record Variant(int width, int height, MediaKind type, Path file, String sha256) {}
