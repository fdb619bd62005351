package org.sitewright.storage;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteRepository;
import org.sitewright.site.SiteStatus;
import org.sitewright.site.UserId;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import org.sitewright.work.Problem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Sites in the tables `projects` and `pages`.
public final class StoredSites implements SiteRepository {
    private static final String PAGES = "from PageRow where projectId = :site order by position, id";

    private final Store store;

    private final AtomicReference<@Nullable Saved> newest = new AtomicReference<>();
    private final AtomicReference<@Nullable Rows> written = new AtomicReference<>();

    /// The site that was saved last and when, so that saving it again need not read its pages to see what changed.
    private record Saved(Site site, Instant at) {}

    /// The rows that the newest change of the whole store wrote, so that the next one need not read them. They are
    /// taken away by whoever changes them: a change that fails leaves none.
    ///
    /// @param sequence of that change; after any other one, rows have to be read
    private record Rows(long sequence, ProjectRow site, Map<UUID, PageRow> pages) {}

    public StoredSites(Store store) {
        this.store = store;
    }

    @Override
    public void create(Site site, Change change) {
        create(site, change, store.now());
    }

    /// Makes a site that was made elsewhere, at that time.
    public void create(Site site, Change change, Instant at) {
        store.write(Act.onSite(change, site.id(), "site.create", "site", site.id()), unit -> {
            unit.at(at);
            if (unit.session().get(ProjectRow.class, site.id().value()) != null) {
                throw new IllegalStateException("there is a site " + site.id());
            }
            Instant now = at;
            unit.insert(SiteRows.newProject(site, now));
            for (int i = 0; i < site.pages().size(); i++) {
                unit.insert(SiteRows.newPage(site, i, now));
            }
            StoredForms.save(unit, site.id(), List.of(), site.parts().forms(), now);
            ObjectNode made = Json.object().put("name", site.name()).put("type", JsonObject.word(site.type()));
            ArrayNode pages = made.putArray("pages");
            site.pages().forEach(page -> pages.add(page.name()));
            unit.tell(made.nullNode(), made);
            return site;
        });
    }

    @Override
    public Optional<Site> find(SiteId id) {
        return store.read(session -> {
            ProjectRow row = present(session, id);
            if (row == null) {
                return Optional.empty();
            }
            Site site = before(session, row);
            newest.set(new Saved(site, row.updatedAt));
            return Optional.of(site);
        });
    }

    @Override
    public List<SiteListing> list(UserId owner) {
        String query = "from ProjectRow where userId = :owner and deletedAt is null order by updatedAt desc, id";
        return store.read(
                session -> session
                        .createSelectionQuery(query, ProjectRow.class)
                        .setParameter("owner", owner.value())
                        .getResultList()
                        .stream()
                        .map(SiteRows::listing)
                        .toList());
    }

    @Override
    public Optional<SiteListing> listing(SiteId id) {
        return store.read(session -> Optional.ofNullable(present(session, id)).map(SiteRows::listing));
    }

    @Override
    public void save(Site after, Change change) {
        save(after, change, store.now());
    }

    /// Writes a change that was made elsewhere, at that time.
    public void save(Site after, Change change, Instant now) {
        Rows kept = store.write(Act.onSite(change, after.id(), "site.save", "site", after.id()), unit -> {
            unit.at(now);
            Rows rows = rows(unit.session(), after.id());
            ProjectRow row = rows.site();
            Site before = before(unit.session(), row);
            if (before.equals(after)) {
                return rows;
            }
            row.updatedAt = now;
            if (SiteDifference.isOfPagesOnly(before, after)) {
                unit.touch(row);
            } else {
                SiteRows.fill(row, after);
                unit.update(row);
            }
            Map<UUID, PageRow> pages = savePages(unit, before, after, rows.pages(), now);
            StoredForms.save(
                    unit, after.id(), before.parts().forms(), after.parts().forms(), now);
            SiteDifference difference = SiteDifference.between(before, after);
            unit.tell(difference.previous(), difference.next());
            return new Rows(rows.sequence() + 1, row, pages);
        });
        newest.set(new Saved(after, now));
        written.set(kept);
    }

    private Rows rows(StatelessSession session, SiteId id) {
        long sequence = store.journal().lastSequence();
        Rows last = written.getAndSet(null);
        return last != null && last.sequence() == sequence && last.site().id.equals(id.value())
                ? last
                : new Rows(sequence, required(session, id), Map.of());
    }

    /// Whether a page or a form of the site has the id of one that is part of another site here.
    public boolean isOfAnother(Site site) {
        return store.read(session -> site.pages().stream().anyMatch(page -> {
                    PageRow row = session.get(PageRow.class, page.id().value());
                    return row != null && !row.projectId.equals(site.id().value());
                })
                || site.parts().forms().stream().anyMatch(form -> {
                    FormRow row = session.get(FormRow.class, form.id().value());
                    return row != null && !row.projectId.equals(site.id().value());
                }));
    }

    private Site before(StatelessSession session, ProjectRow row) {
        Saved saved = newest.get();
        SiteId id = new SiteId(row.id);
        return saved != null && saved.site().id().equals(id) && saved.at().equals(row.updatedAt)
                ? saved.site()
                : SiteRows.site(row, pages(session, id), StoredForms.of(session, id));
    }

    /// @param known rows as they are in the table, by id
    /// @return the rows of the pages that were changed
    private static Map<UUID, PageRow> savePages(
            Writing unit, Site before, Site after, Map<UUID, PageRow> known, Instant now) {
        Map<UUID, PageRow> changed = new HashMap<>();
        Map<UUID, Integer> places = new HashMap<>();
        for (int i = 0; i < before.pages().size(); i++) {
            places.put(before.pages().get(i).id().value(), i);
        }
        for (int i = 0; i < after.pages().size(); i++) {
            Page page = after.pages().get(i);
            Integer place = places.remove(page.id().value());
            if (place == null) {
                unit.insert(SiteRows.newPage(after, i, now));
            } else if (place != i || !before.pages().get(place).equals(page)) {
                UUID id = page.id().value();
                PageRow row = known.get(id);
                if (row == null) {
                    row = Objects.requireNonNull(unit.session().get(PageRow.class, id));
                }
                SiteRows.fill(row, after, i);
                row.updatedAt = now;
                unit.update(row);
                changed.put(id, row);
            }
        }
        places.keySet()
                .forEach(gone ->
                        unit.delete(Objects.requireNonNull(unit.session().get(PageRow.class, gone))));
        return changed;
    }

    @Override
    public void archive(SiteId id, boolean archived, Change change) {
        change(id, change, archived ? "site.archive" : "site.unarchive", row -> {
            SiteStatus back = row.publishedUrl.isEmpty() ? SiteStatus.DRAFT : SiteStatus.PUBLISHED;
            row.status = JsonObject.word(archived ? SiteStatus.ARCHIVED : back);
        });
    }

    @Override
    public void delete(SiteId id, Change change) {
        change(id, change, "site.delete", row -> row.deletedAt = store.now());
    }

    @Override
    public void restore(SiteId id, Change change) {
        change(id, change, "site.restore", row -> row.deletedAt = null);
    }

    @Override
    public void markPublished(SiteId id, String url, Instant at, Change change) {
        change(id, change, "site.publish", row -> {
            row.publishedUrl = url;
            row.publishedAt = at;
            row.status = JsonObject.word(SiteStatus.PUBLISHED);
        });
    }

    /// Changes where a site stands. That is no edit: the time of the last edit stays.
    private void change(SiteId id, Change change, String action, Consumer<ProjectRow> how) {
        store.write(Act.onSite(change, id, action, "site", id), unit -> {
            ProjectRow row = unit.session().get(ProjectRow.class, id.value());
            if (row == null) {
                throw missing();
            }
            ObjectNode previous = standing(row);
            how.accept(row);
            ObjectNode next = standing(row);
            if (!previous.equals(next)) {
                unit.update(row);
                unit.tell(previous, next);
            }
            return row;
        });
    }

    private static ObjectNode standing(ProjectRow row) {
        return Json.object()
                .put("status", row.status)
                .put("publishedUrl", row.publishedUrl)
                .put("publishedAt", String.valueOf(row.publishedAt))
                .put("deleted", row.deletedAt != null);
    }

    private static @Nullable ProjectRow present(StatelessSession session, SiteId id) {
        ProjectRow row = session.get(ProjectRow.class, id.value());
        return row == null || row.deletedAt != null ? null : row;
    }

    private static ProjectRow required(StatelessSession session, SiteId id) {
        ProjectRow row = present(session, id);
        if (row == null) {
            throw missing();
        }
        return row;
    }

    private static Problem missing() {
        return new Problem("SW-SITE-404", "This site is not here any more.", "Go back to your sites and open another.");
    }

    private static List<PageRow> pages(StatelessSession session, SiteId site) {
        return session.createSelectionQuery(PAGES, PageRow.class)
                .setParameter("site", site.value())
                .getResultList();
    }
}
