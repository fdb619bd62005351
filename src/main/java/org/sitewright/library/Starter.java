package org.sitewright.library;

import java.nio.file.Path;
import java.util.Map;
import org.sitewright.site.Style;

/// An example site to begin from.
///
/// @param name its folder under `assets/starters`
/// @param pictures what each of its pictures shows, by file name
public record Starter(
        String name,
        String label,
        String description,
        Style style,
        int pages,
        Path folder,
        Map<String, String> pictures) {
    public Starter {
        pictures = Map.copyOf(pictures);
    }

    /// What a picture shows, for who cannot see it; empty when nobody has said.
    public String alt(Path picture) {
        return pictures.getOrDefault(String.valueOf(picture.getFileName()), "");
    }
}
