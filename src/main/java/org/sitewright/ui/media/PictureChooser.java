package org.sitewright.ui.media;

import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.sitewright.media.MediaItem;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;

/// Asks for a picture of a site's library. What is chosen brings its alt text and focal point along.
public final class PictureChooser {
    private final StackPane over;
    private final MediaPorts ports;
    private final MediaWindow window;

    /// @param over the root of the screen that asks; the dialog lies over it
    public PictureChooser(StackPane over, MediaPorts ports, MediaWindow window) {
        this.over = over;
        this.ports = ports;
        this.window = window;
    }

    /// @param chosen gets the picture, on the screen's thread; not called when the dialog is left
    public void choose(SiteId site, Consumer<MediaItem> chosen) {
        window.work()
                .<Site>run(
                        (progress, cancel) -> ports.sites().find(site).orElseThrow(),
                        found -> {
                            MediaViewModel model = new MediaViewModel(found, ports, window.navigator(), window.work());
                            model.load();
                            new PictureDialog(over, model, window.controls()).show(chosen);
                        },
                        window.navigator()::tell);
    }
}
