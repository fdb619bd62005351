package org.sitewright.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sitewright.edit.Edit.Place;
import org.sitewright.fixture.HandClock;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.Ids;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;

class SeveralSectionsTest {
    private final SomeSite some = new SomeSite(5, new UserId(new UUID(1, 1)));
    private final SeveralSections several = new SectionCommands(Section::kind, new Ids(new Random(9))).several();
    private Site site = some.bakery(1);
    private Editor editor = new Editor(site, new HandClock());
    private List<SectionId> ids = List.of();

    @BeforeEach
    void sixSections() {
        List<Section> six = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            six.add(some.section("kind-" + i));
        }
        site = site.withPages(List.of(site.home().withSections(six)));
        editor = new Editor(site, new HandClock());
        ids = order();
    }

    @Test
    void theyGoTogetherAndComeBackInOneStep() {
        editor.run(several.delete(some(0, 2, 5)));
        assertThat(order()).isEqualTo(some(1, 3, 4));
        assertThat(editor.history().undoLabel()).contains("Delete 3 sections");
        assertThat(editor.state().selection().sections()).isEqualTo(some(4));
        assertThat(editor.undo()).isTrue();
        assertThat(editor.site()).isEqualTo(site);
        assertThat(editor.history().undoLabel()).isEmpty();
    }

    @Test
    void copiesStandAfterTheLastOneAndAreChosen() {
        editor.run(several.duplicate(some(3, 1)));
        List<SectionId> after = order();
        assertThat(after).hasSize(8).startsWith(ids.get(0), ids.get(1), ids.get(2), ids.get(3));
        assertThat(kinds().subList(4, 6)).containsExactly("kind-1", "kind-3");
        assertThat(editor.state().selection().sections()).isEqualTo(after.subList(4, 6));
    }

    @Test
    void aBlockMovesUntilItStandsAtTheEdge() {
        editor.run(several.move(some(1, 3), -1));
        assertThat(order()).isEqualTo(some(1, 0, 3, 2, 4, 5));
        editor.run(several.move(some(1, 3), -1));
        assertThat(order()).isEqualTo(some(1, 3, 0, 2, 4, 5));
        assertThat(several.move(some(1, 3), -1).on(editor.state())).isEmpty();
        editor.run(several.move(some(4, 5), -1));
        assertThat(order()).isEqualTo(some(1, 3, 0, 4, 5, 2));
        editor.run(several.move(some(5, 4), 1));
        assertThat(order()).isEqualTo(some(1, 3, 0, 2, 4, 5));
    }

    @Test
    void hidingLeavesThoseThatAreHiddenAlone() {
        editor.run(several.setHidden(some(1), true));
        editor.run(several.setHidden(some(1, 2), true));
        assertThat(editor.history().undoLabel()).contains("Hide kind-2");
        assertThat(several.setHidden(some(1, 2), true).on(editor.state())).isEmpty();
    }

    @Test
    void nothingIsDoneWithSectionsThatAreGone() {
        List<SectionId> gone = List.of(new SectionId(new UUID(7, 7)));
        assertThat(several.delete(gone).on(editor.state())).isEmpty();
        assertThat(several.duplicate(gone).on(editor.state())).isEmpty();
        assertThat(several.move(gone, 1).on(editor.state())).isEmpty();
        assertThat(several.moveTo(gone, new Place.Top(), 0).on(editor.state())).isEmpty();
        assertThat(several.setHidden(gone, true).on(editor.state())).isEmpty();
    }

    @Property(tries = 300)
    void movedIntoAGapTheyStandTogetherInTheirOrder(
            @ForAll @IntRange(max = 6) int gap, @ForAll @IntRange(min = 1, max = 63) int which) {
        sixSections();
        List<SectionId> moved = new ArrayList<>();
        List<SectionId> wanted = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            if ((which >> i & 1) == 1) {
                moved.add(ids.get(i));
            }
        }
        for (int i = 0; i <= 6; i++) {
            if (i == gap) {
                wanted.addAll(moved);
            }
            if (i < 6 && !moved.contains(ids.get(i))) {
                wanted.add(ids.get(i));
            }
        }
        editor.run(several.moveTo(moved.reversed(), new Place.OnPage(site.home().id()), gap));
        assertThat(order()).isEqualTo(wanted);
        editor.undo();
        assertThat(order()).isEqualTo(ids);
    }

    private List<SectionId> some(int... at) {
        List<SectionId> some = new ArrayList<>();
        for (int each : at) {
            some.add(ids.get(each));
        }
        return some;
    }

    private List<SectionId> order() {
        return editor.site().home().sections().stream().map(Section::id).toList();
    }

    private List<String> kinds() {
        return editor.site().home().sections().stream().map(Section::kind).toList();
    }
}
