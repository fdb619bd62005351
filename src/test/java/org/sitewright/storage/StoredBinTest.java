package org.sitewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sitewright.storage.OpenStore.USER;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.HandClock;
import org.sitewright.fixture.SomeSite;
import org.sitewright.history.Binned;
import org.sitewright.history.Binned.Kind;
import org.sitewright.library.Component;
import org.sitewright.media.MediaItem;
import org.sitewright.site.Form;
import org.sitewright.site.FormId;
import org.sitewright.site.Ids;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.work.Problem;

/// Whatever is deleted comes back as it was for 30 days, and goes then.
class StoredBinTest {
    private static final Change CHANGE = new Change(USER, "A change");

    @TempDir
    private Path folder = Path.of("unused");

    private final HandClock clock = new HandClock();
    private Store store;
    private StoredSites sites;
    private StoredBin bin;
    private Site site;

    @BeforeEach
    void open() {
        store = StoreOpening.open(folder, clock, new Ids(new Random(1)));
        new StoredAccounts(store).add(OpenStore.account(USER, "ada@example.org"));
        sites = new StoredSites(store);
        bin = new StoredBin(store, sites, new StoredHistory(store, folder.resolve("cache")));
        Site made = new SomeSite(2, USER).bakery(3);
        Form form = new Form(new FormId(new UUID(4, 4)), null, "Order", List.of(), "Send", "Thanks", "", "");
        site = made.withParts(made.parts().withForms(List.of(form)));
        sites.create(site, CHANGE);
    }

    @AfterEach
    void close() {
        assertThat(store.verify()).isEmpty();
        store.close();
    }

    private Site now() {
        return sites.find(site.id()).orElseThrow();
    }

    private Binned only() {
        List<Binned> things = bin.list(USER);
        assertThat(things).hasSize(1);
        return things.getFirst();
    }

    @Test
    void aPageComesBackToItsPlaceAlsoWhenItsAddressIsTaken() {
        Page gone = site.pages().get(1);
        sites.save(site.withPages(List.of(site.pages().get(0), site.pages().get(2))), CHANGE);
        assertThat(only()).extracting(Binned::kind, Binned::name).containsExactly(Kind.PAGE, gone.name());
        Binned thing = only();
        Page taker = now().pages().get(1).withName("Taker", gone.slug());
        sites.save(now().withPages(List.of(now().home(), taker)), CHANGE);
        bin.bringBack(thing, CHANGE);
        assertThat(now().pages()).extracting(Page::id).element(1).isEqualTo(gone.id());
        assertThat(now().page(gone.id()).orElseThrow().slug()).isEqualTo(gone.slug() + "-2");
        assertThat(now().page(gone.id()).orElseThrow().sections()).isEqualTo(gone.sections());
        assertThat(bin.list(USER)).isEmpty();
    }

    @Test
    void aFormComesBack() {
        sites.save(site.withParts(site.parts().withForms(List.of())), CHANGE);
        assertThat(only().kind()).isEqualTo(Kind.FORM);
        bin.bringBack(only(), CHANGE);
        assertThat(now()).isEqualTo(site);
        assertThat(bin.list(USER)).isEmpty();
    }

    @Test
    void aPictureComesBackWithWhatWasSaidOfIt() {
        StoredMedia media = new StoredMedia(store);
        MediaItem item = media.add(
                new MediaItem(
                        site.id(), new MediaId("ab".repeat(32)), "loaf.png", "image/png", 4, 3, "", 9, clock.instant()),
                CHANGE);
        media.setAlt(site.id(), item.media(), "A loaf", CHANGE);
        media.remove(site.id(), item.media(), CHANGE);
        assertThat(only()).extracting(Binned::kind, Binned::name).containsExactly(Kind.MEDIA, "loaf.png");
        Binned thing = only();
        bin.bringBack(thing, CHANGE);
        bin.bringBack(thing, CHANGE);
        assertThat(media.list(site.id())).containsExactly(item.withAlt("A loaf"));
        assertThat(bin.list(USER)).isEmpty();
    }

    @Test
    void aComponentComesBackToWhoeverDeletedIt() {
        StoredComponents components = new StoredComponents(store);
        Instant now = clock.instant();
        Component card =
                new Component(new UUID(8, 8), USER, "Card", "card", "<b>x</b>", "b{}", "", "", false, 0, now, now);
        components.save(card, CHANGE);
        components.remove(card.id(), CHANGE);
        bin.bringBack(only(), CHANGE);
        assertThat(components.find(card.id())).contains(card);
        assertThat(bin.list(USER)).isEmpty();
    }

    @Test
    void aSiteComesBackForThirtyDaysAndIsGoneThen() {
        sites.delete(site.id(), CHANGE);
        clock.advance(Duration.ofDays(29));
        assertThat(bin.prune()).isZero();
        bin.bringBack(only(), CHANGE);
        assertThat(now()).isEqualTo(site);
        sites.delete(site.id(), CHANGE);
        clock.advance(Duration.ofDays(31));
        assertThat(bin.list(USER)).isEmpty();
        assertThat(bin.prune()).isEqualTo(1);
        assertThat(bin.prune()).isZero();
        assertThatThrownBy(() -> sites.save(site, CHANGE)).isInstanceOf(Problem.class);
        assertThat(new StoredAuditLog(store).ofSite(site.id().toString(), Long.MAX_VALUE, 10))
                .isNotEmpty();
    }

    @Test
    void whatWasDeletedLongAgoIsNotOffered() {
        sites.save(site.withPages(site.pages().subList(0, 2)), CHANGE);
        clock.advance(Duration.ofDays(31));
        assertThat(bin.list(USER)).isEmpty();
    }
}
