package org.sitewright.render;

import java.util.List;
import java.util.Optional;
import org.sitewright.site.MediaId;

/// Where pages get their pictures from: a build makes hashed files, the editor points at what is on this computer.
/// Safe to use from several threads.
public interface PictureSource {
    /// The picture, or empty when its bytes are not here.
    Optional<Picture> picture(MediaId media);

    /// @param width in pixels, as shown
    /// @param url of the original type, for browsers that know no better; relative to the site's root, or absolute
    /// @param candidates other sizes and types, smallest first
    record Picture(int width, int height, String url, List<Candidate> candidates) {
        public Picture {
            candidates = List.copyOf(candidates);
        }
    }

    /// @param contentType as `image/webp`
    record Candidate(String url, int width, String contentType) {}
}
