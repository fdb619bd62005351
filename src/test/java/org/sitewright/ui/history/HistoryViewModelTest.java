package org.sitewright.ui.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.accounts.Account;
import org.sitewright.fixture.HandClock;
import org.sitewright.fixture.SomeSite;
import org.sitewright.history.Conflict;
import org.sitewright.history.FieldChange;
import org.sitewright.history.Merged;
import org.sitewright.history.Moment;
import org.sitewright.history.MomentFilter;
import org.sitewright.history.MomentKind;
import org.sitewright.history.MomentName;
import org.sitewright.history.PartChange;
import org.sitewright.history.SiteMerge;
import org.sitewright.history.SiteWords;
import org.sitewright.preview.CanvasPage;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Ids;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.site.Value;
import org.sitewright.storage.Store;
import org.sitewright.storage.StoreOpening;
import org.sitewright.storage.StoredAccounts;
import org.sitewright.storage.StoredHistory;
import org.sitewright.storage.StoredSites;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.HeardNavigator;
import org.sitewright.ui.fx.SteadyWork;

/// The history of a site without a screen, on a real store: going through time, taking back, undoing, naming.
@Timeout(60)
class HistoryViewModelTest {
    private static final UserId USER = new UserId(new UUID(1, 1));

    @TempDir
    private Path folder = Path.of("unused");

    private final HandClock clock = new HandClock();
    private final HeardNavigator navigator = new HeardNavigator(USER);
    private final SteadyWork steady = new SteadyWork();
    private final List<Site> states = new ArrayList<>();
    private Store store;
    private StoredSites sites;

    @BeforeEach
    void open() {
        store = StoreOpening.open(folder, clock, new Ids(new Random(4)));
        Instant now = clock.instant();
        new StoredAccounts(store)
                .add(new Account(
                        USER,
                        "ada@example.org",
                        "$2a$12$hash",
                        new Account.Profile("Ada", Account.UserType.FREELANCER, "", "", ""),
                        new Account.Security(false, false, 0, now),
                        new Account.Subscription(Account.Plan.PRO, now, null),
                        Account.Preferences.DEFAULT,
                        new Account.Visits(null, 0, now, now)));
        sites = new StoredSites(store);
        Site site = new SomeSite(1, USER).bakery(2);
        sites.create(site, new Change(USER, "New site"));
        states.add(site);
    }

    @AfterEach
    void close() {
        steady.close();
        store.close();
    }

    private Site now() {
        return states.getLast();
    }

    private void save(Site site, String label, Duration later) {
        clock.advance(later);
        sites.save(site, new Change(USER, label));
        states.add(site);
    }

    private static Site titled(Site site, Section section, String title) {
        return site.withSection(
                section.id(), each -> each.withContent(each.content().with("title", new Value.Text(title))));
    }

    /// Three sittings: two titles on the first page, one on the second, the theme's colour and a page gone.
    private void threeDays() {
        Section hero = now().home().sections().getFirst();
        Section other = now().pages().get(1).sections().getFirst();
        save(titled(now(), hero, "One"), "Title of Hero on Page 0", Duration.ofMinutes(1));
        save(titled(now(), hero, "Two"), "Title of Hero on Page 0", Duration.ofMinutes(1));
        save(titled(now(), other, "Three"), "Title of Hero on Page 1", Duration.ofDays(1));
        save(now().withTheme(now().theme().withSeed("#aa2200")), "Colour of the theme", Duration.ofDays(1));
        save(now().withPages(List.of(now().home())), "Delete Page 1", Duration.ofMinutes(1));
    }

    private HistoryViewModel model() {
        HistoryPorts ports = new HistoryPorts(
                new StoredHistory(store, folder.resolve("cache")),
                sites,
                (site, page) -> new CanvasPage.Parts(
                        "", "", site.page(page).orElseThrow().name()),
                SiteWords.plain(),
                new HistoryPorts.Around(
                        () -> Map.of(USER.toString(), "Ada"),
                        (site, name) -> {
                            Site copy = org.sitewright.site.SiteCopy.of(site, USER, name, new Ids(new Random(9)));
                            sites.create(copy, new Change(USER, name));
                            return copy.id();
                        },
                        clock,
                        ZoneOffset.UTC),
                new Copies());
        HistoryViewModel model = new HistoryViewModel(now(), ports, navigator, steady.work());
        model.load();
        settle(model);
        return model;
    }

    /// A copy in which the second page has another title, and a conflict about the first.
    private final class Copies implements HistoryPorts.Copies {
        @Override
        public void export(Site site, Path file) {}

        @Override
        public Merged look(SiteId site, Path file, Set<String> theirs) {
            Site base = states.getFirst();
            Site other = titled(
                    titled(base, base.home().sections().getFirst(), "Of the copy"),
                    base.pages().get(1).sections().getFirst(),
                    "Also of the copy");
            return SiteMerge.of(base, now(), other, SiteWords.plain(), theirs);
        }

        @Override
        public Merged joined(SiteId site, Path file, Set<String> theirs, UserId actor) {
            return look(site, file, theirs);
        }
    }

    /// Hands on results until the screen shows what it wants to.
    private void settle(HistoryViewModel model) {
        for (int i = 0; i < 40; i++) {
            Shown shown = model.shownProperty().get();
            boolean current = shown != null
                    && shown.moment().equals(model.timeline().positionProperty().get())
                    && shown.now().equals(model.now())
                    && shown.page().equals(model.pageProperty().get());
            if (current && steady.isIdle() && !model.savingProperty().get()) {
                steady.awaitJobs();
                if (steady.isIdle()) {
                    return;
                }
            }
            steady.step();
        }
    }

    private static Shown shown(HistoryViewModel model) {
        return Objects.requireNonNull(model.shownProperty().get());
    }

    @Test
    void beginsBeforeTheNewestSittingAndGoesThroughTime() {
        threeDays();
        HistoryViewModel model = model();
        assertThat(shown(model).then()).isEqualTo(states.get(3));
        assertThat(shown(model).comparison().parts())
                .extracting(PartChange::part)
                .containsExactly(PartChange.Part.THEME);
        Timeline timeline = model.timeline();
        timeline.step(-1);
        settle(model);
        assertThat(shown(model).then()).isEqualTo(states.get(2));
        timeline.first();
        timeline.step(-1);
        settle(model);
        assertThat(shown(model).then()).isEqualTo(states.get(0));
        timeline.last();
        settle(model);
        assertThat(shown(model).comparison().isSame()).isTrue();
        timeline.day(-1);
        assertThat(timeline.place()).isEqualTo(3);
        timeline.day(1);
        assertThat(timeline.place()).isEqualTo(4);
    }

    @Test
    void draggingDrawsTheNewestWishOnly() {
        threeDays();
        HistoryViewModel model = model();
        List<Long> drawn = new ArrayList<>();
        model.shownProperty()
                .addListener((property, before, after) ->
                        drawn.add(Objects.requireNonNull(after).moment().sequence()));
        List<Moment> all = model.timeline().all();
        all.forEach(model.timeline()::go);
        settle(model);
        assertThat(drawn).hasSizeLessThanOrEqualTo(2);
        assertThat(drawn.getLast()).isEqualTo(all.getLast().sequence());
    }

    @Test
    void isNarrowedByPageKindSectionAndWords() {
        threeDays();
        HistoryViewModel model = model();
        Timeline timeline = model.timeline();
        Section hero = now().home().sections().getFirst();
        timeline.filterProperty().set(new MomentFilter(Optional.empty(), Optional.of(hero.id()), Optional.empty(), ""));
        assertThat(timeline.shown()).hasSize(2);
        timeline.filterProperty()
                .set(new MomentFilter(
                        Optional.of(states.getFirst().pages().get(1).id()), Optional.empty(), Optional.empty(), ""));
        assertThat(timeline.shown()).extracting(Moment::kind).contains(MomentKind.TEXT, MomentKind.PAGE);
        assertThat(timeline.shown())
                .noneMatch(moment -> moment.touched().sections().contains(hero.id()));
        timeline.filterProperty()
                .set(new MomentFilter(Optional.empty(), Optional.empty(), Optional.of(MomentKind.THEME), "COLOUR"));
        assertThat(timeline.shown()).hasSize(1);
        timeline.step(1);
        settle(model);
        assertThat(shown(model).moment()).isEqualTo(timeline.shown().getFirst());
    }

    @Test
    void aFieldTakenBackIsAnEditThatIsUndoneHereAndAfterAnotherStart() {
        threeDays();
        HistoryViewModel model = model();
        model.timeline().first();
        settle(model);
        Section hero = now().home().sections().getFirst();
        model.takeBack(hero.id(), new FieldChange.Target.Content(FieldPath.of("title")));
        settle(model);
        Site stored = sites.find(now().id()).orElseThrow();
        assertThat(stored)
                .isEqualTo(titled(
                        now(),
                        hero,
                        states.getFirst().home().sections().getFirst().content().text("title")));
        assertThat(model.timeline().all().getLast().label()).startsWith("Title of Hero on Page 0 as of ");
        assertThat(navigator.told())
                .last()
                .asString()
                .startsWith("Brought back: ")
                .endsWith("[Undo]");
        states.add(stored);

        HistoryViewModel later = model();
        later.undo();
        settle(later);
        assertThat(sites.find(now().id())).contains(states.get(5));
        later.redo();
        settle(later);
        assertThat(sites.find(now().id())).contains(stored);
    }

    @Test
    void everythingAndADeletedPageComeBack() {
        threeDays();
        HistoryViewModel model = model();
        Page gone = states.getFirst().pages().get(1);
        model.timeline().go(model.timeline().all().get(3));
        model.pageProperty().set(gone.id());
        settle(model);
        assertThat(shown(model).drawnThen()).isPresent();
        assertThat(shown(model).drawnNow()).isEmpty();
        assertThat(model.pages()).containsEntry(gone.id(), gone.name() + " (deleted)");
        model.takeBack(gone.id());
        settle(model);
        assertThat(sites.find(now().id()).orElseThrow().pages()).hasSize(2);
        model.takeBackEverything();
        settle(model);
        assertThat(sites.find(now().id())).contains(states.get(3));
        assertThat(shown(model).comparison().isSame()).isTrue();
        model.takeBackEverything();
        assertThat(navigator.told().getLast()).startsWith("That is the same now");
    }

    @Test
    void aMomentIsNamedRenamedAndForgotten() {
        threeDays();
        HistoryViewModel model = model();
        Moment moment = shown(model).moment();
        model.name("Before the fair");
        steady.step();
        assertThat(model.nameOf(moment)).map(MomentName::name).contains("Before the fair");
        model.name("After the fair");
        steady.step();
        assertThat(model.names()).hasSize(1);
        model.name(" ");
        steady.step();
        assertThat(model.names()).isEmpty();
    }

    @Test
    void aMomentBecomesASiteOfItsOwn() {
        threeDays();
        HistoryViewModel model = model();
        Shown shown = shown(model);
        model.openAsNewSite();
        steady.step();
        assertThat(navigator.opened()).last().isInstanceOfSatisfying(Destination.Editor.class, editor -> {
            Site made = sites.find(editor.site()).orElseThrow();
            assertThat(made.name()).startsWith(shown.then().name());
            assertThat(made.theme()).isEqualTo(shown.then().theme());
            assertThat(made.id()).isNotEqualTo(shown.now().id());
        });
    }

    @Test
    void aCopyIsJoinedAndThatIsUndone() {
        Section hero = now().home().sections().getFirst();
        save(titled(now(), hero, "Of here"), "Title of Hero on Page 0", Duration.ofMinutes(1));
        HistoryViewModel model = model();
        List<Conflict> asked = new ArrayList<>();
        model.merge(Path.of("copy.zip"), (conflicts, decided) -> {
            asked.addAll(conflicts);
            decided.accept(Set.of(conflicts.getFirst().key()));
        });
        steady.step();
        steady.step();
        settle(model);
        assertThat(asked).extracting(Conflict::mine, Conflict::theirs).containsExactly(tuple("Of here", "Of the copy"));
        Site stored = sites.find(now().id()).orElseThrow();
        assertThat(stored.home().sections().getFirst().content().text("title")).isEqualTo("Of the copy");
        assertThat(stored.pages().get(1).sections().getFirst().content().text("title"))
                .isEqualTo("Also of the copy");
        model.undo();
        settle(model);
        assertThat(sites.find(now().id())).contains(now());
    }
}
