package org.sitewright.ui.sites;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteRepository;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.SiteStatus;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;

/// The sites of the account, searched, filtered and sorted.
final class SitesViewModel {
    private final SiteRepository sites;
    private final SiteActions actions;
    private final Navigator navigator;
    private final Work work;
    private final ObservableList<SiteListing> all = FXCollections.observableArrayList();
    private final ObservableList<SiteListing> shown = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final ObjectProperty<Sort> sort = new SimpleObjectProperty<>(Sort.EDITED);
    private Map<SiteId, Instant> planned = Map.of();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

    enum Filter {
        ALL("All"),
        PUBLISHED("Published"),
        DRAFTS("Drafts"),
        ARCHIVED("Archived");

        private final String label;

        Filter(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        boolean takes(SiteListing site) {
            return switch (this) {
                case ALL -> site.status() != SiteStatus.ARCHIVED;
                case PUBLISHED -> site.status() == SiteStatus.PUBLISHED;
                case DRAFTS -> site.status() == SiteStatus.DRAFT;
                case ARCHIVED -> site.status() == SiteStatus.ARCHIVED;
            };
        }
    }

    enum Sort {
        EDITED("Last edited"),
        NAME("Name"),
        CREATED("Newest");

        private final String label;

        Sort(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        Comparator<SiteListing> order() {
            return switch (this) {
                case EDITED -> Comparator.comparing(SiteListing::updatedAt).reversed();
                case NAME -> Comparator.comparing(SiteListing::name, String.CASE_INSENSITIVE_ORDER);
                case CREATED -> Comparator.comparing(SiteListing::createdAt).reversed();
            };
        }
    }

    private record Loaded(List<SiteListing> sites, Map<SiteId, Instant> planned) {}

    SitesViewModel(SiteRepository sites, SiteActions actions, Navigator navigator, Work work) {
        this.sites = sites;
        this.actions = actions;
        this.navigator = navigator;
        this.work = work;
        search.addListener((property, before, after) -> show());
        filter.addListener((property, before, after) -> show());
        sort.addListener((property, before, after) -> show());
    }

    /// When a site publishes itself.
    Optional<Instant> planned(SiteListing site) {
        return Optional.ofNullable(planned.get(site.id()));
    }

    ObservableList<SiteListing> shown() {
        return shown;
    }

    StringProperty searchProperty() {
        return search;
    }

    ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    ObjectProperty<Sort> sortProperty() {
        return sort;
    }

    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// Whether the account has no site at all.
    boolean isEmpty() {
        return all.isEmpty();
    }

    long count(Filter of) {
        return all.stream().filter(of::takes).count();
    }

    void load() {
        var user = navigator.user();
        work.<Loaded>run(
                (progress, cancel) -> new Loaded(sites.list(user), actions.planned(user)),
                found -> {
                    planned = found.planned();
                    all.setAll(found.sites());
                    show();
                    loaded.set(true);
                },
                navigator::tell);
    }

    void edit(SiteListing site) {
        navigator.open(new Destination.Editor(site.id()));
    }

    void publish(SiteListing site) {
        navigator.open(new Destination.Publish(site.id()));
    }

    void history(SiteListing site) {
        navigator.open(new Destination.History(site.id()));
    }

    void preview(SiteListing site) {
        work.run((progress, cancel) -> actions.preview(site.id()), navigator::browse, navigator::tell);
    }

    void duplicate(SiteListing site) {
        var user = navigator.user();
        work.<Site>run(
                (progress, cancel) -> actions.duplicate(site.id(), user),
                copy -> {
                    navigator.tell("“" + site.name() + "” was duplicated");
                    load();
                },
                navigator::tell);
    }

    void archive(SiteListing site) {
        boolean archive = site.status() != SiteStatus.ARCHIVED;
        change(
                archive ? "Archive " + site.name() : "Bring back " + site.name(),
                change -> sites.archive(site.id(), archive, change),
                archive ? "“" + site.name() + "” is in the archive" : "“" + site.name() + "” is back",
                change -> sites.archive(site.id(), !archive, change));
    }

    void delete(SiteListing site) {
        change(
                "Delete " + site.name(),
                change -> sites.delete(site.id(), change),
                "“" + site.name() + "” was deleted",
                change -> sites.restore(site.id(), change));
    }

    void rename(SiteListing listing, String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > Site.LONGEST_NAME || trimmed.equals(listing.name())) {
            load();
            return;
        }
        rename(listing.id(), trimmed, "“" + listing.name() + "” is now “" + trimmed + "”", listing.name());
    }

    private void rename(SiteId id, String name, String done, String before) {
        change("Rename to " + name, change -> setName(id, name, change), done, change -> setName(id, before, change));
    }

    private void setName(SiteId id, String name, Change change) {
        sites.find(id)
                .ifPresent(site -> sites.save(site.withDetails(name, site.description(), site.language()), change));
    }

    private interface Step {
        void take(Change change);
    }

    private void change(String label, Step step, String done, Step undo) {
        Change change = new Change(navigator.user(), label);
        Change back = new Change(navigator.user(), "Undo: " + label);
        run(step, change, () -> navigator.tell(done, "Undo", () -> run(undo, back, () -> {})));
    }

    private void run(Step step, Change change, Runnable after) {
        work.<Boolean>run(
                (progress, cancel) -> {
                    step.take(change);
                    return true;
                },
                ok -> {
                    load();
                    after.run();
                },
                navigator::tell);
    }

    private void show() {
        String words = search.get().strip().toLowerCase(Locale.ROOT);
        shown.setAll(all.stream()
                .filter(filter.get()::takes)
                .filter(site -> site.name().toLowerCase(Locale.ROOT).contains(words)
                        || site.publishedUrl().toLowerCase(Locale.ROOT).contains(words))
                .sorted(sort.get().order())
                .toList());
    }
}
