package org.sitewright.render;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sitewright.site.MediaId;
import org.sitewright.work.CancelToken;

/// Makes the files that a build ships for a picture or other file. The same picture gives the same files.
@FunctionalInterface
public interface PictureFiles {
    /// Empty when the bytes are not here.
    Optional<Made> files(MediaId media, CancelToken cancel);

    /// @param width in pixels, as shown; 0 for what is not a picture
    /// @param original the file for browsers that know no better
    /// @param others other widths and types
    record Made(int width, int height, MadeFile original, List<MadeFile> others) {
        public Made {
            others = List.copyOf(others);
        }
    }

    record MadeFile(int width, String contentType, Path file, String sha256) {}
}
