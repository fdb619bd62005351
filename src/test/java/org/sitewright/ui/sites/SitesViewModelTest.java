package org.sitewright.ui.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.HandClock;
import org.sitewright.fixture.SomeSite;
import org.sitewright.library.Starter;
import org.sitewright.site.MemorySites;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.SiteType;
import org.sitewright.site.Style;
import org.sitewright.site.UserId;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.HeardNavigator;
import org.sitewright.ui.fx.SteadyWork;
import org.sitewright.ui.sites.SitesViewModel.Filter;
import org.sitewright.ui.sites.SitesViewModel.Sort;
import org.sitewright.work.Problem;

class SitesViewModelTest {
    private static final UserId OWNER = new UserId(new UUID(0, 1));
    private static final Change CHANGE = new Change(OWNER, "Test");

    private final HandClock clock = new HandClock();
    private final MemorySites sites = new MemorySites(clock);
    private final SteadyWork steady = new SteadyWork();
    private final HeardNavigator navigator = new HeardNavigator(OWNER);
    private final SitesViewModel model = new SitesViewModel(sites, new Actions(), navigator, steady.work());

    @BeforeEach
    void threeSites() {
        add(1, "cinnamon");
        add(2, "Aurora");
        add(3, "Birch");
        sites.markPublished(id("Birch"), "https://birch.example/", clock.instant(), CHANGE);
        model.load();
        steady.step();
    }

    @AfterEach
    void close() {
        steady.close();
    }

    @Test
    void theLastEditedComesFirstUnlessAnotherOrderIsChosen() {
        assertThat(names()).containsExactly("Birch", "Aurora", "cinnamon");
        model.sortProperty().set(Sort.NAME);
        assertThat(names()).containsExactly("Aurora", "Birch", "cinnamon");
        clock.advance(Duration.ofMinutes(1));
        sites.save(sites.find(id("cinnamon")).orElseThrow(), CHANGE);
        model.load();
        steady.step();
        model.sortProperty().set(Sort.EDITED);
        assertThat(names()).containsExactly("cinnamon", "Birch", "Aurora");
        model.sortProperty().set(Sort.CREATED);
        assertThat(names()).containsExactly("Birch", "Aurora", "cinnamon");
    }

    @Test
    void searchLooksAtNamesAndAddresses() {
        model.searchProperty().set(" AUR ");
        assertThat(names()).containsExactly("Aurora");
        model.searchProperty().set("birch.example");
        assertThat(names()).containsExactly("Birch");
        model.searchProperty().set("nothing");
        assertThat(names()).isEmpty();
        assertThat(model.isEmpty()).isFalse();
        model.searchProperty().set("");
        assertThat(names()).hasSize(3);
    }

    @Test
    void filtersCountAndShowTheirOwn() {
        assertThat(model.count(Filter.ALL)).isEqualTo(3);
        assertThat(model.count(Filter.PUBLISHED)).isEqualTo(1);
        assertThat(model.count(Filter.DRAFTS)).isEqualTo(2);
        assertThat(model.count(Filter.ARCHIVED)).isZero();
        model.filterProperty().set(Filter.PUBLISHED);
        assertThat(names()).containsExactly("Birch");
        model.filterProperty().set(Filter.DRAFTS);
        assertThat(names()).containsExactly("Aurora", "cinnamon");
    }

    @Test
    void renamingCanBeUndone() {
        model.rename(listing("Aurora"), "  Sunrise ");
        steady.steps(2);
        assertThat(names()).contains("Sunrise").doesNotContain("Aurora");
        assertThat(navigator.told()).containsExactly("“Aurora” is now “Sunrise” [Undo]");
        navigator.act();
        steady.steps(2);
        assertThat(names()).contains("Aurora").doesNotContain("Sunrise");
    }

    @Test
    void anEmptyOrUnchangedNameChangesNothing() {
        model.rename(listing("Aurora"), "   ");
        model.rename(listing("Aurora"), "Aurora");
        model.rename(listing("Aurora"), "x".repeat(Site.LONGEST_NAME + 1));
        steady.steps(3);
        assertThat(names()).contains("Aurora");
        assertThat(navigator.told()).isEmpty();
    }

    @Test
    void theArchiveKeepsSitesOutOfTheWayAndGivesThemBack() {
        model.archive(listing("Birch"));
        steady.steps(2);
        assertThat(names()).doesNotContain("Birch");
        assertThat(model.count(Filter.ARCHIVED)).isEqualTo(1);
        navigator.act();
        steady.steps(2);
        assertThat(names()).contains("Birch");
        assertThat(model.count(Filter.PUBLISHED)).isEqualTo(1);
        model.archive(listing("Birch"));
        steady.steps(2);
        model.filterProperty().set(Filter.ARCHIVED);
        model.archive(listing("Birch"));
        steady.steps(2);
        assertThat(navigator.told()).endsWith("“Birch” is back [Undo]");
        assertThat(names()).isEmpty();
    }

    @Test
    void deletingCanBeUndone() {
        model.delete(listing("cinnamon"));
        steady.steps(2);
        assertThat(names()).containsExactly("Birch", "Aurora");
        assertThat(sites.find(id("Birch"))).isPresent();
        navigator.act();
        steady.steps(2);
        assertThat(names()).contains("cinnamon");
    }

    @Test
    void aCopyIsShown() {
        model.duplicate(listing("Aurora"));
        steady.steps(2);
        assertThat(names()).contains("Aurora", "Aurora copy");
        assertThat(navigator.told()).containsExactly("“Aurora” was duplicated");
    }

    @Test
    void placesAndPreviewsOpen() {
        SiteListing aurora = listing("Aurora");
        model.edit(aurora);
        model.publish(aurora);
        assertThat(navigator.opened())
                .containsExactly(new Destination.Editor(aurora.id()), new Destination.Publish(aurora.id()));
        model.preview(aurora);
        steady.step();
        assertThat(navigator.browsed()).containsExactly("http://localhost/" + aurora.id());
    }

    @Test
    void aFaultIsToldAndLosesNothing() {
        SiteListing aurora = listing("Aurora");
        model.preview(new SiteListing(
                new SiteId(new UUID(9, 9)),
                "Gone",
                aurora.type(),
                aurora.status(),
                "",
                aurora.createdAt(),
                aurora.updatedAt(),
                aurora.publishedAt()));
        steady.step();
        assertThat(navigator.faults()).hasSize(1);
        assertThat(names()).hasSize(3);
    }

    private java.util.List<String> names() {
        return model.shown().stream().map(SiteListing::name).toList();
    }

    private SiteListing listing(String name) {
        return sites.list(OWNER).stream()
                .filter(site -> site.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private SiteId id(String name) {
        return listing(name).id();
    }

    private Site add(long seed, String name) {
        Site site = new SomeSite(seed, OWNER).bakery(1).withDetails(name, "", "en");
        sites.create(site, CHANGE);
        clock.advance(Duration.ofMinutes(1));
        return site;
    }

    private final class Actions implements SiteActions {
        @Override
        public Site fromStarter(Starter starter, String name, UserId owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Site blank(String name, UserId owner, SiteType type, Style style) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Site fromFile(Path file, UserId owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Site duplicate(SiteId site, UserId owner) {
            return add(99, sites.find(site).orElseThrow().name() + " copy");
        }

        @Override
        public Site look(Starter starter, UserId owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String preview(SiteId site) {
            if (sites.find(site).isEmpty()) {
                throw new Problem("SW-SITE-404", "This site is not here any more.", "Go back.");
            }
            return "http://localhost/" + site;
        }
    }
}
