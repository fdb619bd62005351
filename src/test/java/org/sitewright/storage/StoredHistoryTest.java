package org.sitewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitewright.storage.OpenStore.CHANGE;
import static org.sitewright.storage.OpenStore.USER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.backup.RowSink;
import org.sitewright.backup.ScratchStores;
import org.sitewright.edit.Edits;
import org.sitewright.fixture.AnyEdit;
import org.sitewright.fixture.SomeSite;
import org.sitewright.history.Moment;
import org.sitewright.history.MomentKind;
import org.sitewright.history.MomentName;
import org.sitewright.journal.JournalPosition;
import org.sitewright.journal.RowChange;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Form;
import org.sitewright.site.FormId;
import org.sitewright.site.Ids;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.Value;

/// The past of a site is what it was, at every moment, also after another start and without what was cached.
class StoredHistoryTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void everyMomentIsTheSiteAsItWas(long seed) throws IOException {
        Random random = new Random(seed);
        SomeSite some = new SomeSite(seed, USER);
        Site first = some.bakery(3);
        Site other = some.bakery(1);
        List<Site> states = new ArrayList<>(List.of(first));
        try (OpenStore open = new OpenStore(folder)) {
            open.sites.create(first, CHANGE);
            open.sites.create(other, CHANGE);
            StoredHistory history = new StoredHistory(open.store, folder.resolve("cache"));
            Site now = first;
            for (int i = 0; i < 120; i++) {
                Site after = Edits.apply(now, AnyEdit.of(now, some, random));
                if (random.nextInt(5) == 0) {
                    after = withForms(after, random);
                }
                open.sites.save(after, new Change(USER, "step " + i));
                if (!after.equals(now)) {
                    states.add(after);
                }
                now = after;
            }
            check(history, first, states);
            assertThat(history.at(other.id(), Long.MAX_VALUE)).contains(other);
        }
        try (OpenStore open = new OpenStore(folder)) {
            check(new StoredHistory(open.store, folder.resolve("cache")), first, states);
        }
    }

    @Test
    void beginsAtTheRowsOfABackup() {
        Site first = new SomeSite(5, USER).bakery(3);
        List<RowChange.Put> rows = new ArrayList<>();
        JournalPosition origin;
        try (OpenStore open = new OpenStore(folder.resolve("old"))) {
            open.sites.create(first, CHANGE);
            origin = new StoreCopy(open.store)
                    .export((table, row) ->
                            rows.add(new RowChange.Put(table, row.path("id").stringValue(), row)));
        }
        Consumer<RowSink> base = sink -> rows.forEach(put -> sink.row(put.table(), put.columns()));
        Ids ids = new Ids(new Random(1));
        Clock clock = Clock.systemUTC();
        Path back = folder.resolve("back");
        new StoresFromBackups(clock, ids)
                .build(back, new ScratchStores.Ingredients(origin, base, records -> {}, origin, base));
        try (Store store = StoreOpening.open(back, clock, ids)) {
            StoredHistory history = new StoredHistory(store, back.resolve("cache"));
            assertThat(history.at(first.id(), origin.sequence())).contains(first);
            Page page = first.pages().get(1);
            List<Page> pages = new ArrayList<>(first.pages());
            pages.set(1, page.withName("Another name", page.slug()));
            Site changed = first.withPages(pages);
            new StoredSites(store).save(changed, CHANGE);
            long newest = history.moments(first.id()).getLast().sequence();
            assertThat(history.at(first.id(), newest)).contains(changed);
            assertThat(history.at(first.id(), newest - 1)).contains(first);
        }
    }

    private static Site withForms(Site site, Random random) {
        List<Form> forms = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            forms.add(new Form(
                    new FormId(new java.util.UUID(7, i)),
                    null,
                    "Form " + random.nextInt(3),
                    List.of(),
                    "Send",
                    "Thanks",
                    "",
                    ""));
        }
        return site.withParts(site.parts().withForms(forms));
    }

    private static void check(StoredHistory history, Site site, List<Site> states) {
        List<Moment> moments = history.moments(site.id());
        assertThat(moments).hasSameSizeAs(states);
        for (int i : order(states.size())) {
            assertThat(history.at(site.id(), moments.get(i).sequence()))
                    .as("moment %d", i)
                    .contains(states.get(i));
        }
        assertThat(history.at(site.id(), 0)).isEmpty();
    }

    /// There and back, so that what is kept of one moment serves another.
    private static int[] order(int size) {
        return Stream.iterate(0, i -> i < size, i -> i + 1)
                .flatMap(i -> Stream.of(i, size - 1 - i))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Test
    void fullSegmentsAreReadFromTheirIndexAndWithoutIt() throws IOException {
        Site site = new SomeSite(5, USER).bakery(1);
        try (OpenStore open = new OpenStore(folder)) {
            open.sites.create(site, CHANGE);
            String long100k = "x".repeat(99_000);
            for (int i = 0; i < 60; i++) {
                open.sites.save(site.withDetails("Name " + i, long100k.substring(i), "en"), CHANGE);
            }
        }
        assertThat(folder.resolve("journal").resolve("002.log")).exists();
        Path cache = folder.resolve("cache");
        for (boolean kept : new boolean[] {false, true, false}) {
            try (OpenStore open = new OpenStore(folder)) {
                assertThat(Files.exists(cache.resolve("001.log.idx"))).isEqualTo(kept);
                StoredHistory history = new StoredHistory(open.store, cache);
                List<Moment> moments = history.moments(site.id());
                assertThat(moments).hasSize(61);
                assertThat(history.at(site.id(), moments.get(8).sequence()))
                        .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("Name 7"));
                assertThat(Files.exists(cache.resolve("001.log.idx"))).isTrue();
            }
            if (kept) {
                Files.write(cache.resolve("001.log.idx"), new byte[] {1, 2, 3});
                try (OpenStore open = new OpenStore(folder)) {
                    assertThat(new StoredHistory(open.store, cache).moments(site.id()))
                            .hasSize(61);
                }
                Files.delete(cache.resolve("001.log.idx"));
            }
        }
    }

    @Test
    void momentsSayWhatTheyTouched() {
        Site site = new SomeSite(6, USER).bakery(2);
        Page page = site.pages().get(1);
        Section section = page.sections().getFirst();
        try (OpenStore open = new OpenStore(folder)) {
            open.sites.create(site, CHANGE);
            Site written = site.withSection(
                    section.id(),
                    each -> each.withContent(each.content().with(FieldPath.of("title"), new Value.Text("Fresh"))));
            open.sites.save(written, CHANGE);
            Page now = written.pages().get(1);
            Site moved = written.withPages(
                    List.of(written.home(), now.withSections(now.sections().reversed())));
            open.sites.save(moved, CHANGE);
            open.sites.save(moved.withPages(List.of(moved.home())), CHANGE);
            List<Moment> moments = new StoredHistory(open.store, folder.resolve("cache")).moments(site.id());
            assertThat(moments)
                    .extracting(Moment::kind)
                    .containsExactly(MomentKind.SITE, MomentKind.TEXT, MomentKind.ORDER, MomentKind.PAGE);
            assertThat(moments.get(1).touched().sections()).containsExactly(section.id());
            assertThat(moments.get(1).touched().pages()).containsExactly(page.id());
            assertThat(moments.get(1).label()).isEqualTo(CHANGE.label());
        }
    }

    @Test
    void aMomentKeepsItsName() {
        Site site = new SomeSite(7, USER).bakery(1);
        MomentName named;
        try (OpenStore open = new OpenStore(folder)) {
            open.sites.create(site, CHANGE);
            StoredHistory history = new StoredHistory(open.store, folder.resolve("cache"));
            long sequence = history.moments(site.id()).getFirst().sequence();
            named = history.name(site.id(), sequence, " Before the fair ", CHANGE);
        }
        try (OpenStore open = new OpenStore(folder)) {
            StoredHistory history = new StoredHistory(open.store, folder.resolve("cache"));
            assertThat(history.names(site.id())).containsExactly(named);
            assertThat(named.name()).isEqualTo("Before the fair");
            assertThat(open.store.verify()).isEmpty();
            history.forget(site.id(), named.id(), CHANGE);
            assertThat(history.names(site.id())).isEmpty();
        }
    }
}
