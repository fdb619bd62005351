package org.sitewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sitewright.edit.Edit.Place;
import org.sitewright.fixture.Assets;
import org.sitewright.fixture.HandClock;
import org.sitewright.library.SectionKind;
import org.sitewright.library.SectionKind.Placement;
import org.sitewright.preview.CanvasEvent;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Ids;
import org.sitewright.site.MemorySites;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.ui.fx.HandDelay;
import org.sitewright.ui.fx.SteadyWork;

class EditorViewModelTest {
    private final HandClock clock = new HandClock();
    private final HandDelay delay = new HandDelay();
    private final SteadyWork steady = new SteadyWork();
    private final MemorySites sites = new MemorySites(clock);
    private final Site before = new Assets().starter("bakery");
    private final Autosave autosave = new Autosave(sites, steady.work(), delay, clock, clock.instant());
    private final EditorViewModel model =
            new EditorViewModel(before, autosave, Assets.catalogue(), Assets.OWNER, new Ids(new Random(3)), clock);

    @AfterEach
    void close() {
        steady.close();
    }

    @Test
    void aClickChoosesASectionAndAnotherOneNothing() {
        SectionId second = onHome().get(1).id();
        assertThat(model.on(select(second))).isTrue();
        assertThat(model.chosen().map(Section::id)).contains(second);
        assertThat(model.on(select(new SectionId(new java.util.UUID(8, 8))))).isTrue();
        assertThat(model.chosen().map(Section::id)).contains(second);
        assertThat(model.on(new CanvasEvent.Deselect())).isTrue();
        assertThat(model.chosen()).isEmpty();
        assertThat(delay.isWaiting()).isFalse();
    }

    @Test
    void typingOnThePageChangesTheFieldAndIsSaved() {
        sites.create(before, new Change(Assets.OWNER, "Create"));
        SectionId hero = onHome().getFirst().id();
        FieldPath title = FieldPath.of("title");
        assertThat(model.on(new CanvasEvent.Typed(hero, title, "Bread <em>now</em>")))
                .isTrue();
        assertThat(onHome().getFirst().content().text("title")).isEqualTo("Bread <em>now</em>");
        delay.end();
        steady.step();
        assertThat(sites.find(before.id())).contains(model.site());
        assertThat(model.undo()).isTrue();
        assertThat(model.site()).isEqualTo(before);
        assertThat(model.redo()).isTrue();
        assertThat(onHome().getFirst().content().text("title")).isEqualTo("Bread <em>now</em>");
    }

    @Test
    void whatIsDraggedLandsBesideWhereItIsLetGo() {
        List<SectionId> ids = ids();
        // As the outline does it, with one, and with all that are chosen together.
        assertThat(model.run(model.moveBeside(model.with(ids.get(0)), ids.get(2), true)))
                .isTrue();
        assertThat(ids()).startsWith(ids.get(1), ids.get(2), ids.get(0));
        assertThat(model.undo()).isTrue();
        assertThat(ids()).isEqualTo(ids);
        assertThat(model.run(model.moveBeside(List.of(ids.get(2), ids.get(3)), ids.get(0), false)))
                .isTrue();
        assertThat(ids()).startsWith(ids.get(2), ids.get(3), ids.get(0), ids.get(1));
        assertThat(model.run(model.moveBeside(List.of(ids.get(2)), new SectionId(new java.util.UUID(8, 8)), true)))
                .isFalse();
        // As the canvas does it.
        assertThat(model.on(new CanvasEvent.Drop(List.of(ids.get(1)), ids.get(2), false)))
                .isTrue();
        assertThat(ids()).startsWith(ids.get(1), ids.get(2), ids.get(3), ids.get(0));
    }

    @Test
    void sectionsMoveDoubleAndGo() {
        List<SectionId> ids = ids();
        model.on(new CanvasEvent.Move(ids.get(1), -1));
        assertThat(ids()).startsWith(ids.get(1), ids.get(0));
        model.on(new CanvasEvent.Duplicate(ids.get(0)));
        assertThat(ids()).hasSize(ids.size() + 1).startsWith(ids.get(1), ids.get(0));
        model.on(new CanvasEvent.Delete(ids.get(1)));
        assertThat(ids()).hasSize(ids.size()).doesNotContain(ids.get(1));
        model.undo();
        model.undo();
        model.undo();
        assertThat(model.site()).isEqualTo(before);
    }

    @Test
    void layoutsTurnRoundAndRound() {
        Section hero = onHome().getFirst();
        int count = model.variants(hero).size();
        int start = model.layout(hero);
        for (int i = 1; i <= count; i++) {
            model.on(new CanvasEvent.Layout(hero.id(), 1));
            assertThat(model.layout(onHome().getFirst())).isEqualTo((start + i) % count);
        }
        model.on(new CanvasEvent.Layout(hero.id(), -1));
        assertThat(model.layout(onHome().getFirst())).isEqualTo(Math.floorMod(start - 1, count));
    }

    @Test
    void whatNeedsAScreenIsLeftToIt() {
        SectionId hero = onHome().getFirst().id();
        assertThat(model.on(new CanvasEvent.Ready())).isFalse();
        assertThat(model.on(new CanvasEvent.Left(hero))).isFalse();
        assertThat(model.on(new CanvasEvent.Insert(hero, false))).isFalse();
        assertThat(model.on(new CanvasEvent.OpenPicture(hero, FieldPath.of("image"), new CanvasEvent.Box(0, 0, 1, 1))))
                .isFalse();
        assertThat(model.site()).isEqualTo(before);
    }

    @Test
    void aNewSectionGoesAfterTheChosenOneElseToTheEnd() {
        SectionKind kind = kind(Placement.PAGE);
        Place home = new Place.OnPage(before.home().id());
        int count = onHome().size();
        assertThat(place(kind, Optional.empty())).isEqualTo(new EditorViewModel.Where(home, count));
        assertThat(place(kind, Optional.of(onHome().getFirst().id()))).isEqualTo(new EditorViewModel.Where(home, 1));
        assertThat(place(kind, Optional.of(onHome().getLast().id()))).isEqualTo(new EditorViewModel.Where(home, count));
    }

    @Test
    void aNewSectionAfterTheHeaderIsTheFirstAndAfterTheFooterTheLast() {
        SectionKind kind = kind(Placement.PAGE);
        Place home = new Place.OnPage(before.home().id());
        assertThat(place(kind, before.top().stream().map(Section::id).findFirst()))
                .isEqualTo(new EditorViewModel.Where(home, 0));
        assertThat(place(kind, before.bottom().stream().map(Section::id).findFirst()))
                .isEqualTo(new EditorViewModel.Where(home, onHome().size()));
    }

    @Test
    void sharedKindsGoAboveOrBelowEveryPage() {
        Optional<SectionId> hero = Optional.of(onHome().getFirst().id());
        assertThat(place(kind(Placement.TOP), hero))
                .isEqualTo(
                        new EditorViewModel.Where(new Place.Top(), before.top().size()));
        assertThat(place(kind(Placement.BOTTOM), hero))
                .isEqualTo(new EditorViewModel.Where(
                        new Place.Bottom(), before.bottom().size()));
    }

    @Test
    void anotherPageIsOpenedWithNothingChosen() {
        model.choose(onHome().getFirst().id());
        var other = before.pages().get(1);
        model.openPage(other.id());
        assertThat(model.state().selection().page()).isEqualTo(other.id());
        assertThat(model.chosen()).isEmpty();
    }

    @Test
    void sectionsAreCalledByTheirOwnTitleWhereTheyHaveOne() {
        Section hero = onHome().getFirst();
        assertThat(model.titleOf(hero)).isEqualTo(model.nameOf(hero));
        Section header = before.top().getFirst();
        assertThat(model.isShared(header)).isTrue();
        assertThat(model.titleOf(header)).isEqualTo(model.nameOf(header));
        Section unknown = new Section(hero.id(), "no-such-kind", "", org.sitewright.site.Fields.EMPTY, "", false);
        assertThat(model.nameOf(unknown)).isEqualTo("no-such-kind");
        assertThat(model.variants(unknown)).isEmpty();
    }

    private EditorViewModel.Where place(SectionKind kind, Optional<SectionId> after) {
        return model.placeFor(kind, after, false);
    }

    private static SectionKind kind(Placement placement) {
        return Assets.catalogue().kinds().stream()
                .filter(kind -> kind.placement() == placement)
                .findFirst()
                .orElseThrow();
    }

    private List<Section> onHome() {
        return model.site().home().sections();
    }

    private List<SectionId> ids() {
        return onHome().stream().map(Section::id).toList();
    }

    private static CanvasEvent.Select select(SectionId section) {
        return new CanvasEvent.Select(section, CanvasEvent.How.ALONE, "");
    }
}
