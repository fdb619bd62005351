package org.sitewright.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.sitewright.history.Binned;
import org.sitewright.history.Binned.Kind;
import org.sitewright.journal.IndexedChange;
import org.sitewright.journal.JournalIndex;
import org.sitewright.journal.RowChange;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.json.Json;
import tools.jackson.databind.node.ObjectNode;

/// What of the bin is single rows: media and components; and letting go of everything that belongs to a site.
final class BinRows {
    private final Store store;
    private final JournalIndex index;

    BinRows(Store store, JournalIndex index) {
        this.store = store;
        this.index = index;
    }

    Optional<Binned> medium(SiteListing site, IndexedChange change, Set<String> told) {
        String row = goneRow(change);
        if (row.isEmpty() || !told.add(site.id() + change.resourceId())) {
            return Optional.empty();
        }
        String name = index.read(change).previous().path("fileName").stringValue("");
        boolean back = store.read(session -> mediaRow(session, site.id().value(), change.resourceId()) != null);
        return back
                ? Optional.empty()
                : Optional.of(StoredBin.binned(Kind.MEDIA, row.substring(row.indexOf('/') + 1), name, site, change));
    }

    Optional<Binned> component(IndexedChange change, Set<String> told) {
        String row = goneRow(change);
        if (row.isEmpty() || !told.add(row)) {
            return Optional.empty();
        }
        UUID id = UUID.fromString(row.substring(row.indexOf('/') + 1));
        if (store.read(session -> session.get(ComponentRow.class, id) != null)) {
            return Optional.empty();
        }
        String name = index.read(change).previous().path("name").stringValue("");
        return Optional.of(new Binned(Kind.COMPONENT, id.toString(), name, null, "", change.at(), change.sequence()));
    }

    private static String goneRow(IndexedChange change) {
        return change.rows().stream()
                .filter(row -> row.startsWith("-"))
                .map(row -> row.substring(1))
                .findFirst()
                .orElse("");
    }

    void putMedium(Binned thing, Change change) {
        ObjectNode image = image("media/" + thing.id(), thing.sequence());
        MediaRow row = new MediaRow();
        row.id = UUID.fromString(thing.id());
        row.projectId = PastRows.id(image, "project_id");
        row.sha256 = PastRows.text(image, "sha256");
        row.fileName = PastRows.text(image, "file_name");
        row.contentType = PastRows.text(image, "content_type");
        row.width = image.path("width").intValue(0);
        row.height = image.path("height").intValue(0);
        row.alt = PastRows.text(image, "alt");
        row.size = image.path("size").longValue(0);
        row.createdAt = Objects.requireNonNull(PastRows.instant(image, "created_at"));
        row.focalX = image.path("focal_x").doubleValue(0.5);
        row.focalY = image.path("focal_y").doubleValue(0.5);
        Act act = Act.onSite(change, Objects.requireNonNull(thing.site()), "media.restore", "media", row.sha256);
        store.write(act, unit -> {
            if (mediaRow(unit.session(), row.projectId, row.sha256) == null) {
                unit.insert(row);
                unit.tell(Json.object().nullNode(), Json.object().put("fileName", row.fileName));
            }
            return row;
        });
    }

    void putComponent(Binned thing, Change change) {
        ObjectNode image = image("components/" + thing.id(), thing.sequence());
        ComponentRow row = new ComponentRow();
        row.id = UUID.fromString(thing.id());
        row.userId = image.path("user_id").isString() ? PastRows.id(image, "user_id") : null;
        row.name = PastRows.text(image, "name");
        row.category = PastRows.text(image, "category");
        row.html = PastRows.text(image, "html");
        row.css = PastRows.text(image, "css");
        row.javascript = PastRows.text(image, "javascript");
        row.preview = PastRows.text(image, "preview");
        row.isPublic = image.path("is_public").booleanValue(false);
        row.downloads = image.path("downloads").longValue(0);
        row.createdAt = Objects.requireNonNull(PastRows.instant(image, "created_at"));
        row.updatedAt = store.now();
        store.write(Act.of(change.actor(), "component.restore", change.label(), "component", row.id), unit -> {
            if (unit.session().get(ComponentRow.class, row.id) == null) {
                unit.insert(row);
                unit.tell(Json.object().nullNode(), Json.object().put("name", row.name));
            }
            return row;
        });
    }

    /// The newest image of a row before a change; that of the base when none is newer.
    private ObjectNode image(String row, long before) {
        for (IndexedChange change : index.all().reversed()) {
            if (change.sequence() < before && change.rows().contains(row)) {
                for (RowChange written : index.read(change).rows()) {
                    if (written instanceof RowChange.Put put && (put.table() + "/" + put.key()).equals(row)) {
                        return put.columns();
                    }
                }
            }
        }
        return base(row);
    }

    private ObjectNode base(String row) {
        List<ObjectNode> found = new ArrayList<>();
        try {
            long unused = store.base().read((table, columns) -> {
                if ((table + "/" + columns.path("id").stringValue("")).equals(row)) {
                    found.add(columns);
                }
            });
        } catch (IOException fault) {
            throw StoreFaults.translate(new UncheckedIOException(fault));
        }
        if (found.isEmpty()) {
            throw StoredBin.gone();
        }
        return found.getFirst();
    }

    private static @Nullable MediaRow mediaRow(StatelessSession session, UUID site, String sha256) {
        return session.createSelectionQuery("from MediaRow where projectId = :site and sha256 = :media", MediaRow.class)
                .setParameter("site", site)
                .setParameter("media", sha256)
                .getSingleResultOrNull();
    }

    /// Takes away a site and whatever is part of it; its audit log stays.
    void purge(UUID site) {
        Instant now = store.now();
        store.write(Act.ofProgram("site.purge", "Kept 30 days after it was deleted", "site", site), unit -> {
            ProjectRow row = unit.session().get(ProjectRow.class, site);
            if (row == null) {
                return site;
            }
            for (BackupRow backup : rows(unit, BackupRow.class, site)) {
                backup.projectId = null;
                unit.update(backup);
            }
            for (DeploymentRow deployment : rows(unit, DeploymentRow.class, site)) {
                DeploymentReceiptRow receipt = unit.session().get(DeploymentReceiptRow.class, deployment.id);
                if (receipt != null) {
                    unit.delete(receipt);
                }
                unit.delete(deployment);
            }
            for (Class<? extends Row> type : List.of(
                    FormSubmissionRow.class,
                    AnalyticsRow.class,
                    FormRow.class,
                    MediaRow.class,
                    MomentNameRow.class,
                    ScheduledPublishRow.class,
                    PageRow.class)) {
                rows(unit, type, site).forEach(unit::delete);
            }
            unit.delete(row);
            unit.tell(
                    Json.object().put("name", row.name).put("deletedAt", String.valueOf(row.deletedAt)),
                    Json.object().put("purgedAt", now.toString()));
            return site;
        });
    }

    private static <R extends Row> List<R> rows(Writing unit, Class<R> type, UUID site) {
        return unit.session()
                .createSelectionQuery("from " + type.getSimpleName() + " where projectId = :site", type)
                .setParameter("site", site)
                .getResultList();
    }
}
