package org.sitewright.media;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitewright.site.MediaId;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;

/// Keeps the rows of media libraries in memory.
public final class MemoryMediaLibrary implements MediaLibrary {
    private final Map<Key, MediaItem> items = new LinkedHashMap<>();

    private record Key(SiteId site, MediaId media) {}

    @Override
    public synchronized List<MediaItem> list(SiteId site) {
        return items.values().stream()
                .filter(item -> item.site().equals(site))
                .toList()
                .reversed();
    }

    @Override
    public synchronized Optional<MediaItem> find(SiteId site, MediaId media) {
        return Optional.ofNullable(items.get(new Key(site, media)));
    }

    @Override
    public synchronized MediaItem add(MediaItem item, Change change) {
        MediaItem there = items.putIfAbsent(new Key(item.site(), item.media()), item);
        return there == null ? item : there;
    }

    @Override
    public synchronized void remove(SiteId site, MediaId media, Change change) {
        items.remove(new Key(site, media));
    }

    @Override
    public synchronized void describe(MediaItem item, Change change) {
        items.computeIfPresent(new Key(item.site(), item.media()), (key, there) -> there.withName(item.fileName())
                .withAlt(item.alt())
                .withFocal(item.focal()));
    }

    @Override
    public synchronized void setAlt(SiteId site, MediaId media, String alt, Change change) {
        items.computeIfPresent(new Key(site, media), (key, item) -> item.withAlt(alt));
    }
}
