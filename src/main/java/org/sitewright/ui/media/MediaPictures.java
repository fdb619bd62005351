package org.sitewright.ui.media;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.sitewright.media.MediaItem;
import org.sitewright.media.MediaKind;
import org.sitewright.site.MediaId;
import org.sitewright.work.CancelToken;

/// Small pictures on the screen; keeps the last few hundred. The screen's thread owns it.
final class MediaPictures {
    private static final int MOST = 300;

    private final MediaViewModel model;
    private final Map<MediaId, Image> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<MediaId, Image> eldest) {
            return size() > MOST;
        }
    };

    MediaPictures(MediaViewModel model) {
        this.model = model;
    }

    @Nullable
    Image known(MediaId media) {
        return kept.get(media);
    }

    /// @param shown called when the picture is decoded
    CancelToken request(MediaItem item, Consumer<Image> shown) {
        if (item.contentType().equals(MediaKind.SVG.contentType())) {
            model.drawings().draw(item.media(), image -> {
                kept.put(item.media(), image);
                shown.accept(image);
            });
            return new CancelToken();
        }
        return model.thumbnail(item, file -> {
            Image image = new Image(MediaTile.uri(file), true);
            image.progressProperty().addListener((property, before, after) -> {
                if (after.doubleValue() >= 1 && !image.isError()) {
                    kept.put(item.media(), image);
                    shown.accept(image);
                }
            });
        });
    }
}
