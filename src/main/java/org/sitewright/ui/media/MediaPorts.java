package org.sitewright.ui.media;

import java.time.Clock;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.sitewright.media.MediaCrop;
import org.sitewright.media.MediaImport;
import org.sitewright.media.MediaLibrary;
import org.sitewright.media.MediaStore;
import org.sitewright.media.MediaThumbnails;
import org.sitewright.site.MediaId;
import org.sitewright.site.SiteRepository;

/// What media screens work on.
///
/// @param drawings draws what JavaFX cannot read
public record MediaPorts(SiteRepository sites, MediaLibrary library, Bytes bytes, Drawings drawings, Clock clock) {
    /// Draws a vector drawing as a picture for the screen.
    @FunctionalInterface
    public interface Drawings {
        /// @param drawn called on the screen's thread, at once or later
        void draw(MediaId media, Consumer<Image> drawn);
    }

    /// Where bytes are kept and what is made of them.
    public record Bytes(MediaStore store, MediaImport imports, MediaThumbnails thumbnails, MediaCrop crop) {}
}
