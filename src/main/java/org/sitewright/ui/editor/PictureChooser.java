package org.sitewright.ui.editor;

import java.util.function.Consumer;
import org.sitewright.media.MediaItem;
import org.sitewright.site.SiteId;

/// Lets the user choose among the pictures that a site has already.
public interface PictureChooser {
    /// Whether there is anything to choose with; where not, nothing offers it.
    boolean isThere();

    /// Shows the pictures of the site over the editor.
    ///
    /// @param chosen called on the screen's thread, and never when the user changes their mind
    void choose(SiteId site, Consumer<MediaItem> chosen);

    /// None.
    static PictureChooser none() {
        return new PictureChooser() {
            @Override
            public boolean isThere() {
                return false;
            }

            @Override
            public void choose(SiteId site, Consumer<MediaItem> chosen) {
                // Nothing offers it.
            }
        };
    }
}
