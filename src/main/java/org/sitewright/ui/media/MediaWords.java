package org.sitewright.ui.media;

import java.util.Locale;
import org.sitewright.media.MediaItem;

/// What items are called on the screen.
final class MediaWords {
    private MediaWords() {}

    static String facts(MediaItem item) {
        return item.width() > 0 ? item.width() + " × " + item.height() + " · " + size(item.size()) : kind(item);
    }

    static String kind(MediaItem item) {
        return type(item) + " · " + size(item.size());
    }

    static String type(MediaItem item) {
        String type = item.contentType();
        return type.substring(type.indexOf('/') + 1).replace("+xml", "").toUpperCase(Locale.ROOT);
    }

    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000
                ? Math.round(bytes / 1_000.0) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }

    static String icon(MediaItem item) {
        if (item.isPicture()) {
            return "image";
        }
        return item.isVideo() ? "play" : "file-text";
    }
}
