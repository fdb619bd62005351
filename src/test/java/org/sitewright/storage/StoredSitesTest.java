package org.sitewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sitewright.storage.OpenStore.CHANGE;
import static org.sitewright.storage.OpenStore.NOW;
import static org.sitewright.storage.OpenStore.USER;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.AnySite;
import org.sitewright.fixture.SomeSite;
import org.sitewright.journal.AuditRecord;
import org.sitewright.site.Fields;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteStatus;
import org.sitewright.site.UserId;
import org.sitewright.site.Value;
import org.sitewright.work.Problem;

class StoredSitesTest {
    @TempDir
    static Path folder;

    private static OpenStore open;
    private static SomeSite some;

    @BeforeAll
    static void open() {
        open = new OpenStore(folder);
        some = new SomeSite(7, USER);
    }

    @AfterAll
    static void close() {
        assertThat(open.store.verify()).isEmpty();
        open.close();
    }

    private static Site created(int pages) {
        Site site = some.bakery(pages);
        open.sites.create(site, CHANGE);
        return site;
    }

    @Test
    void findsWhatWasCreated() {
        Site site = created(3);
        assertThat(open.sites.find(site.id())).contains(site);
        assertThat(new StoredSites(open.store).find(site.id())).contains(site);
    }

    @Test
    void refusesASecondSiteOfThatId() {
        Site site = created(1);
        assertThatThrownBy(() -> open.sites.create(site, CHANGE)).isInstanceOf(IllegalStateException.class);
        assertThat(open.sites.find(site.id())).contains(site);
    }

    @Test
    void savesWhatDiffersAndTellsIt() {
        Site site = created(3);
        Site after = site.withSection(
                site.home().sections().getFirst().id(),
                section -> section.withContent(section.content().with("title", new Value.Text("Neu: Brötchen"))));
        open.sites.save(after, CHANGE);
        assertThat(open.sites.find(site.id())).contains(after);
        AuditRecord record = new StoredAuditLog(open.store)
                .ofSite(site.id().toString(), Long.MAX_VALUE, 1)
                .getFirst();
        assertThat(record.action()).isEqualTo("site.save");
        assertThat(record.label()).isEqualTo("Headline of Hero on Home");
        assertThat(record.user()).isEqualTo(USER.toString());
        assertThat(record.previousValue()).contains("Fresh <em>bread</em>").doesNotContain("Rye");
        assertThat(record.newValue()).contains("Neu: Brötchen");
    }

    @Test
    void savesAddedRemovedAndReorderedPages() {
        Site site = created(4);
        List<Page> pages = new ArrayList<>(site.pages());
        Collections.reverse(pages);
        pages.remove(1);
        pages.add(some.page("Visit us"));
        Site after = site.withPages(pages).withDetails("Bakery", "", "ar");
        open.sites.save(after, CHANGE);
        assertThat(open.sites.find(site.id())).contains(after);
        open.sites.save(site, CHANGE);
        assertThat(open.sites.find(site.id())).contains(site);
    }

    @Test
    void savingTheSameLeavesNoTrace() {
        Site site = created(1);
        long before = newest();
        open.sites.save(site, CHANGE);
        assertThat(newest()).isEqualTo(before);
    }

    @Test
    void everyRandomSiteReadsBackEqual() {
        AnySite.sites().map(site -> ownedByAda(site)).sampleStream().limit(25).forEach(site -> {
            open.sites.create(site, CHANGE);
            assertThat(open.sites.find(site.id())).contains(site);
        });
    }

    @Test
    void listsTheSitesOfOneAccountWithoutDeletedOnes() {
        UserId other = UserId.parse("00000000-0000-4000-8000-00000000000b");
        open.accounts.add(OpenStore.account(other, "bo@example.org"));
        Site site = new SomeSite(8, other).bakery(1);
        open.sites.create(site, CHANGE);
        assertThat(open.sites.list(other)).extracting(SiteListing::id).containsExactly(site.id());
        open.sites.delete(site.id(), CHANGE);
        assertThat(open.sites.list(other)).isEmpty();
        assertThat(open.sites.find(site.id())).isEmpty();
        assertThatThrownBy(() -> open.sites.save(site, CHANGE)).isInstanceOf(Problem.class);
        open.sites.restore(site.id(), CHANGE);
        assertThat(open.sites.find(site.id())).contains(site);
    }

    @Test
    void whatHappensBetweenTwoSavesStays() {
        Site site = created(2);
        open.sites.save(titled(site, "One"), CHANGE);
        open.sites.save(titled(site, "Two"), CHANGE);
        StoredSites others = new StoredSites(open.store);
        others.markPublished(site.id(), "https://bread.example/", NOW, CHANGE);
        Site after = titled(site, "Three");
        open.sites.save(after, CHANGE);
        assertThat(status(site)).isEqualTo(SiteStatus.PUBLISHED);
        assertThat(others.find(site.id())).contains(after);
        others.delete(site.id(), CHANGE);
        assertThatThrownBy(() -> open.sites.save(titled(site, "Four"), CHANGE)).isInstanceOf(Problem.class);
        others.restore(site.id(), CHANGE);
        assertThat(open.sites.find(site.id())).contains(after);
    }

    @Test
    void aSaveThatFailsLeavesNothingForTheNext() {
        Site site = created(2);
        open.sites.save(titled(site, "One"), CHANGE);
        Site tooLong = titled(site, "Two").withDetails("x".repeat(10_000), "", "en");
        assertThatThrownBy(() -> open.sites.save(tooLong, CHANGE)).isInstanceOf(Problem.class);
        Site after = site.withDetails("Short", "", "en");
        open.sites.save(after, CHANGE);
        assertThat(new StoredSites(open.store).find(site.id())).contains(after);
    }

    private static Site titled(Site site, String title) {
        return site.withSection(
                site.home().sections().getFirst().id(),
                section -> section.withContent(section.content().with("title", new Value.Text(title))));
    }

    @Test
    void aSiteStandsWhereItWasPut() {
        Site site = created(1);
        assertThat(status(site)).isEqualTo(SiteStatus.DRAFT);
        open.sites.archive(site.id(), true, CHANGE);
        assertThat(status(site)).isEqualTo(SiteStatus.ARCHIVED);
        open.sites.archive(site.id(), false, CHANGE);
        assertThat(status(site)).isEqualTo(SiteStatus.DRAFT);
        open.sites.markPublished(site.id(), "https://bread.example/", NOW, CHANGE);
        assertThat(open.sites.listing(site.id()).orElseThrow())
                .isEqualTo(new SiteListing(
                        site.id(),
                        site.name(),
                        site.type(),
                        SiteStatus.PUBLISHED,
                        "https://bread.example/",
                        NOW,
                        NOW,
                        NOW));
    }

    @Test
    void aTextOfTenThousandCharactersIsKept() {
        Site site = created(1);
        String long10k = "é".repeat(10_000);
        Site after = site.withSection(
                        site.home().sections().getFirst().id(),
                        section -> section.withContent(section.content().with("title", new Value.Text(long10k))))
                .withDetails("Bakery", long10k, "en");
        open.sites.save(after, CHANGE);
        assertThat(open.sites.find(site.id())).contains(after);
    }

    @Test
    void aPageOfMillionsOfCharactersIsKept() {
        Site site = created(1);
        Site after = site.withSection(
                site.home().sections().getFirst().id(),
                section -> section.withContent(Fields.EMPTY.with("title", new Value.Text("x".repeat(3_000_000)))));
        open.sites.save(after, CHANGE);
        assertThat(open.sites.find(site.id())).contains(after);
    }

    @Test
    void aDescriptionThatIsTooLongIsRefusedAndNothingIsLost() {
        Site site = created(1);
        Site after = site.withDetails("Bakery", "x".repeat(200_000), "en");
        assertThatThrownBy(() -> open.sites.save(after, CHANGE)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("SW-TOO-LONG");
            assertThat(problem.remedy()).contains("Shorten");
        });
        assertThat(open.sites.find(site.id())).contains(site);
        open.sites.save(site.withDetails("Bakery 2", "", "en"), CHANGE);
        assertThat(open.sites.find(site.id()).orElseThrow().name()).isEqualTo("Bakery 2");
    }

    private static SiteStatus status(Site site) {
        return open.sites.listing(site.id()).orElseThrow().status();
    }

    private static long newest() {
        return new StoredAuditLog(open.store)
                .latest(Long.MAX_VALUE, 1)
                .getFirst()
                .sequence();
    }

    private static Site ownedByAda(Site site) {
        return new Site(
                site.id(),
                USER,
                site.name(),
                site.description(),
                site.type(),
                site.brief(),
                site.language(),
                site.theme(),
                site.top(),
                site.pages(),
                site.bottom());
    }
}
