package org.sitewright.media;

import java.util.List;

/// What was made of one picture.
///
/// @param width of the picture as it was added, in pixels
/// @param height of the picture as it was added, in pixels
/// @param variants WebP first, then the original's own type; within a type from narrow to wide
public record Variants(int width, int height, List<Variant> variants) {
    public Variants {
        variants = List.copyOf(variants);
    }

    /// Those of one type, from narrow to wide.
    public List<Variant> of(MediaKind type) {
        return variants.stream().filter(variant -> variant.type() == type).toList();
    }

    /// The widest of the original's own type: what a browser shows that knows no `srcset`.
    public Variant fallback() {
        return variants.getLast();
    }
}
