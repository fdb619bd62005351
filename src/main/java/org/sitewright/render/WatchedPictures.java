package org.sitewright.render;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sitewright.site.MediaId;

/// Pictures for one page, which notes what the page asked for and what it was told.
final class WatchedPictures implements PictureSource {
    private final BuildPictures source;
    private final Map<MediaId, String> asked = new ConcurrentHashMap<>();

    WatchedPictures(BuildPictures source) {
        this.source = source;
    }

    @Override
    public Optional<Picture> picture(MediaId media) {
        asked.put(media, source.look(media));
        return source.picture(media);
    }

    Map<MediaId, String> asked() {
        return asked;
    }
}
