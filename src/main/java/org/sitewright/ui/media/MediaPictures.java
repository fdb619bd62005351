package org.sitewright.ui.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.sitewright.media.MediaItem;
import org.sitewright.media.MediaKind;
import org.sitewright.site.MediaId;
import org.sitewright.ui.fx.Delay;
import org.sitewright.work.CancelToken;

/// Small pictures on the screen; keeps the last few hundred. The screen's thread owns it.
final class MediaPictures {
    private static final int MOST = 300;

    /// What only passes by while the list scrolls is not read at all.
    private static final Duration REST = Duration.ofMillis(60);
    private static final double WIDEST = 2 * MediaTile.WIDTH;

    private final MediaViewModel model;
    private final Delay delay;
    private final List<Wanted> wanted = new ArrayList<>();
    private final Map<MediaId, Image> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<MediaId, Image> eldest) {
            return size() > MOST;
        }
    };

    private record Wanted(MediaItem item, Consumer<Image> shown, CancelToken cancel) {}

    MediaPictures(MediaViewModel model, Delay delay) {
        this.model = model;
        this.delay = delay;
    }

    @Nullable
    Image known(MediaId media) {
        return kept.get(media);
    }

    /// @param shown called when the picture is decoded
    CancelToken request(MediaItem item, Consumer<Image> shown) {
        Wanted one = new Wanted(item, shown, new CancelToken());
        wanted.add(one);
        delay.restart(REST, this::fetch);
        return one.cancel();
    }

    private void fetch() {
        List<Wanted> now = List.copyOf(wanted);
        wanted.clear();
        now.stream().filter(one -> !one.cancel().isCancelled()).forEach(this::fetch);
    }

    private void fetch(Wanted one) {
        MediaItem item = one.item();
        if (item.contentType().equals(MediaKind.SVG.contentType())) {
            model.drawings().draw(item.media(), image -> {
                kept.put(item.media(), image);
                one.shown().accept(image);
            });
            return;
        }
        CancelToken unused = model.thumbnail(item, file -> {
            Image image = new Image(MediaTile.uri(file), WIDEST, WIDEST, true, true, true);
            image.progressProperty().addListener((property, before, after) -> {
                if (after.doubleValue() >= 1 && !image.isError()) {
                    kept.put(item.media(), image);
                    one.shown().accept(image);
                }
            });
        });
    }
}
