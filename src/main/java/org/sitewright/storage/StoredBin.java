package org.sitewright.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sitewright.edit.Edit;
import org.sitewright.edit.Edits;
import org.sitewright.history.Bin;
import org.sitewright.history.Binned;
import org.sitewright.history.Binned.Kind;
import org.sitewright.journal.IndexedChange;
import org.sitewright.site.Form;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.work.Problem;

/// The bin, read from the journal: whatever a change took away stands in the change before it.
public final class StoredBin implements Bin {
    private final Store store;
    private final StoredSites sites;
    private final StoredHistory history;
    private final BinRows rows;

    public StoredBin(Store store, StoredSites sites, StoredHistory history) {
        this.store = store;
        this.sites = sites;
        this.history = history;
        this.rows = new BinRows(store, history.index());
    }

    @Override
    public List<Binned> list(UserId owner) {
        Instant since = store.now().minus(KEPT);
        List<Binned> found = new ArrayList<>(deletedSites(owner, since));
        Map<String, SiteListing> mine = sites.list(owner).stream()
                .collect(Collectors.toMap(listing -> listing.id().toString(), Function.identity()));
        Set<String> told = new HashSet<>();
        for (IndexedChange change : history.index().all().reversed()) {
            if (change.at().isBefore(since)) {
                continue;
            }
            SiteListing site = mine.get(change.site());
            if (site != null && change.action().equals("site.save") && mayDelete(change)) {
                parts(site, change, told, found);
            } else if (site != null && change.action().equals("media.remove")) {
                rows.medium(site, change, told).ifPresent(found::add);
            } else if (change.action().equals("component.remove")
                    && change.actor().equals(owner.toString())) {
                rows.component(change, told).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing(Binned::deletedAt).reversed());
        return found;
    }

    private List<Binned> deletedSites(UserId owner, Instant since) {
        return store.read(session -> session
                .createSelectionQuery("from ProjectRow where userId = :owner and deletedAt >= :since", ProjectRow.class)
                .setParameter("owner", owner.value())
                .setParameter("since", since)
                .getResultList()
                .stream()
                .map(row -> new Binned(
                        Kind.SITE,
                        row.id.toString(),
                        row.name,
                        new SiteId(row.id),
                        "",
                        Objects.requireNonNull(row.deletedAt),
                        0))
                .toList());
    }

    private static boolean mayDelete(IndexedChange change) {
        return change.rows().stream().anyMatch(row -> row.startsWith("-pages/") || row.startsWith("forms/"));
    }

    private void parts(SiteListing listing, IndexedChange change, Set<String> told, List<Binned> found) {
        Optional<Site> before = history.at(listing.id(), change.sequence() - 1);
        Optional<Site> after = history.at(listing.id(), change.sequence());
        Optional<Site> now = history.at(listing.id(), Long.MAX_VALUE);
        if (before.isEmpty() || after.isEmpty() || now.isEmpty()) {
            return;
        }
        for (Page page : before.get().pages()) {
            boolean gone = after.get().page(page.id()).isEmpty()
                    && now.get().page(page.id()).isEmpty();
            if (gone && told.add("page/" + page.id())) {
                found.add(binned(Kind.PAGE, page.id().toString(), page.name(), listing, change));
            }
        }
        for (Form form : before.get().parts().forms()) {
            boolean gone = after.get().form(form.id()).isEmpty()
                    && now.get().form(form.id()).isEmpty();
            if (gone && told.add("form/" + form.id())) {
                found.add(binned(Kind.FORM, form.id().toString(), form.name(), listing, change));
            }
        }
    }

    static Binned binned(Kind kind, String id, String name, SiteListing site, IndexedChange change) {
        return new Binned(kind, id, name, site.id(), site.name(), change.at(), change.sequence());
    }

    @Override
    public void bringBack(Binned thing, Change change) {
        switch (thing.kind()) {
            case SITE -> sites.restore(Objects.requireNonNull(thing.site()), change);
            case PAGE ->
                put(thing, change, then -> {
                    Page page = then.pages().stream()
                            .filter(each -> each.id().toString().equals(thing.id()))
                            .findFirst()
                            .orElseThrow(StoredBin::gone);
                    return new Edit.PutPage(then.pages().indexOf(page), page);
                });
            case FORM ->
                put(
                        thing,
                        change,
                        then -> new Edit.PutForm(then.parts().forms().stream()
                                .filter(each -> each.id().toString().equals(thing.id()))
                                .findFirst()
                                .orElseThrow(StoredBin::gone)));
            case MEDIA -> rows.putMedium(thing, change);
            case COMPONENT -> rows.putComponent(thing, change);
        }
    }

    private void put(Binned thing, Change change, Function<Site, Edit> edit) {
        SiteId id = Objects.requireNonNull(thing.site());
        Site then = history.at(id, thing.sequence() - 1).orElseThrow(StoredBin::gone);
        Site now = sites.find(id).orElseThrow(StoredBin::gone);
        sites.save(Edits.apply(now, edit.apply(then)), change);
    }

    static Problem gone() {
        return new Problem(
                "SW-BIN-404", "This cannot be brought back: its place has gone.", "Bring back the site first.");
    }

    @Override
    public int prune() {
        Instant until = store.now().minus(KEPT);
        List<UUID> old = store.read(session -> session.createSelectionQuery(
                        "select id from ProjectRow where deletedAt < :until", UUID.class)
                .setParameter("until", until)
                .getResultList());
        old.forEach(rows::purge);
        return old.size();
    }
}
