package org.sitewright.render;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.MediaId;

/// What a build remembers of a page that it drew: enough to know that drawing it again would give the same file.
///
/// @param inputs a hash of all that drawing the page read
/// @param shell a hash of what stands around it: the name of the stylesheet and the like
/// @param file the page
/// @param card the picture that was drawn for it; null for none
/// @param classes the CSS classes in it
/// @param media the pictures and files that it shows, with a hash of how each is written
public record PageRecord(
        String inputs,
        String shell,
        Written file,
        @Nullable Written card,
        List<String> classes,
        Map<MediaId, String> media) {
    /// A file as it was written.
    public record Written(String path, String sha256, long size) {
        static Written of(OutputFile file) {
            return new Written(file.path(), file.sha256(), file.size());
        }
    }

    public PageRecord {
        classes = List.copyOf(classes);
        media = Map.copyOf(media);
    }
}
