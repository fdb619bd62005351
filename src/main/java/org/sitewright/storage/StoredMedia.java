package org.sitewright.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.sitewright.media.MediaItem;
import org.sitewright.media.MediaLibrary;
import org.sitewright.site.Focal;
import org.sitewright.site.MediaId;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.json.Json;
import tools.jackson.databind.node.ObjectNode;

/// The media library in the table `media`.
public final class StoredMedia implements MediaLibrary {
    private static final String TYPE = "media";

    private final Store store;

    public StoredMedia(Store store) {
        this.store = store;
    }

    @Override
    public List<MediaItem> list(SiteId site) {
        // Columns rather than rows: nothing is kept beside what is asked for.
        return store.read(session ->
                session
                        .createSelectionQuery("""
                        select sha256, fileName, contentType, width, height, alt, size, createdAt, focalX, focalY
                        from MediaRow where projectId = :site order by createdAt desc, id""", Object[].class)
                        .setParameter("site", site.value())
                        .getResultList()
                        .stream()
                        .map(columns -> item(site, columns))
                        .toList());
    }

    @Override
    public Optional<MediaItem> find(SiteId site, MediaId media) {
        return store.read(
                session -> Optional.ofNullable(row(session, site, media)).map(StoredMedia::item));
    }

    @Override
    public MediaItem add(MediaItem item, Change change) {
        return store.write(Act.onSite(change, item.site(), "media.add", TYPE, item.media()), unit -> {
            MediaRow there = row(unit.session(), item.site(), item.media());
            if (there != null) {
                return item(there);
            }
            MediaRow row = new MediaRow();
            row.id = store.newId();
            row.projectId = item.site().value();
            row.sha256 = item.media().sha256();
            row.fileName = item.fileName();
            row.contentType = item.contentType();
            row.width = item.width();
            row.height = item.height();
            row.alt = item.alt();
            row.size = item.size();
            row.createdAt = item.createdAt();
            row.focalX = item.focal().x();
            row.focalY = item.focal().y();
            unit.insert(row);
            unit.tell(Json.object().nullNode(), Json.object().put("fileName", item.fileName()));
            return item;
        });
    }

    @Override
    public void remove(SiteId site, MediaId media, Change change) {
        change(site, media, change, "media.remove", (unit, row) -> {
            unit.delete(row);
            unit.tell(Json.object().put("fileName", row.fileName), Json.object().nullNode());
        });
    }

    @Override
    public void describe(MediaItem item, Change change) {
        change(item.site(), item.media(), change, "media.describe", (unit, row) -> {
            MediaItem before = item(row);
            MediaItem after =
                    before.withName(item.fileName()).withAlt(item.alt()).withFocal(item.focal());
            if (!before.equals(after)) {
                unit.tell(told(before), told(after));
                row.fileName = after.fileName();
                row.alt = after.alt();
                row.focalX = after.focal().x();
                row.focalY = after.focal().y();
                unit.update(row);
            }
        });
    }

    private static ObjectNode told(MediaItem item) {
        return Json.object()
                .put("fileName", item.fileName())
                .put("alt", item.alt())
                .put("focalX", item.focal().x())
                .put("focalY", item.focal().y());
    }

    @Override
    public void setAlt(SiteId site, MediaId media, String alt, Change change) {
        change(site, media, change, "media.alt", (unit, row) -> {
            if (!row.alt.equals(alt)) {
                unit.tell(Json.object().put("alt", row.alt), Json.object().put("alt", alt));
                row.alt = alt;
                unit.update(row);
            }
        });
    }

    private void change(SiteId site, MediaId media, Change change, String action, BiConsumer<Writing, MediaRow> how) {
        store.write(Act.onSite(change, site, action, TYPE, media), unit -> {
            MediaRow row = row(unit.session(), site, media);
            if (row != null) {
                how.accept(unit, row);
            }
            return media;
        });
    }

    private static @Nullable MediaRow row(StatelessSession session, SiteId site, MediaId media) {
        return session.createSelectionQuery("from MediaRow where projectId = :site and sha256 = :media", MediaRow.class)
                .setParameter("site", site.value())
                .setParameter("media", media.sha256())
                .getSingleResultOrNull();
    }

    private static MediaItem item(SiteId site, Object[] columns) {
        return new MediaItem(
                site,
                new MediaId((String) columns[0]),
                (String) columns[1],
                (String) columns[2],
                (int) columns[3],
                (int) columns[4],
                (String) columns[5],
                (long) columns[6],
                (Instant) columns[7],
                new Focal((double) columns[8], (double) columns[9]));
    }

    private static MediaItem item(MediaRow row) {
        return new MediaItem(
                new SiteId(row.projectId),
                new MediaId(row.sha256),
                row.fileName,
                row.contentType,
                row.width,
                row.height,
                row.alt,
                row.size,
                row.createdAt,
                new Focal(row.focalX, row.focalY));
    }
}
