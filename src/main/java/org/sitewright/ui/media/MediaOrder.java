package org.sitewright.ui.media;

import java.util.Comparator;
import java.util.Locale;
import org.sitewright.media.MediaItem;

/// How the library can be narrowed and ordered.
final class MediaOrder {
    private MediaOrder() {}

    enum Filter {
        ALL("All"),
        PICTURES("Pictures"),
        VIDEO("Video"),
        DOCUMENTS("Documents"),
        UNUSED("Unused"),
        NO_ALT("No alt text");

        private final String label;

        Filter(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        boolean takes(MediaItem item, boolean used) {
            return switch (this) {
                case ALL -> true;
                case PICTURES -> item.isPicture();
                case VIDEO -> item.isVideo();
                case DOCUMENTS -> !item.isPicture() && !item.isVideo();
                case UNUSED -> !used;
                case NO_ALT -> item.isPicture() && item.alt().isBlank();
            };
        }
    }

    enum Sort {
        NEWEST("Newest"),
        NAME("Name"),
        SIZE("Largest");

        private final String label;

        Sort(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        Comparator<MediaItem> order() {
            return switch (this) {
                case NEWEST -> Comparator.comparing(MediaItem::createdAt).reversed();
                case NAME -> Comparator.comparing(MediaItem::fileName, String.CASE_INSENSITIVE_ORDER);
                case SIZE -> Comparator.comparingLong(MediaItem::size).reversed();
            };
        }
    }

    static boolean fits(MediaItem item, String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || item.fileName().toLowerCase(Locale.ROOT).contains(wanted)
                || item.alt().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
