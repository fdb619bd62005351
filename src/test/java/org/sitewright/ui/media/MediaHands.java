package org.sitewright.ui.media;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.sitewright.media.MediaItem;
import org.sitewright.site.SiteId;
import org.sitewright.ui.fx.Screen;

/// Uses an open media screen as a person would who drops files on it. On the screen's thread.
public final class MediaHands {
    private final MediaViewModel model;

    public MediaHands(Screen screen) {
        this.model = ((MediaView) screen).model();
    }

    public boolean bring(List<Path> files) {
        model.bring(files.stream().map(Incoming::of).toList());
        return true;
    }

    public SiteId site() {
        return model.site().id();
    }

    public boolean select(MediaItem item) {
        model.selectedProperty().set(item);
        return true;
    }

    public String shown() {
        return model.shown().stream().map(MediaItem::fileName).collect(Collectors.joining("\n"));
    }

    public String arrivals() {
        return model.arrivals().stream()
                .map(each -> each.name() + " " + each.state())
                .collect(Collectors.joining("\n"));
    }
}
