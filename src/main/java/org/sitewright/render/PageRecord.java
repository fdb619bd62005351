package org.sitewright.render;

import java.util.List;
import java.util.Map;
import org.sitewright.site.MediaId;

/// What a build remembers of a page that it drew: enough to know that drawing it again would give the same file.
///
/// @param inputs a hash of all that drawing the page read
/// @param shell a hash of what stands around it: the name of the stylesheet and the like
/// @param sha256 of the file
/// @param size of the file in bytes
/// @param classes the CSS classes in it
/// @param media the pictures and files that it shows, with a hash of how each is written
public record PageRecord(
        String inputs, String shell, String sha256, long size, List<String> classes, Map<MediaId, String> media) {
    public PageRecord {
        classes = List.copyOf(classes);
        media = Map.copyOf(media);
    }
}
