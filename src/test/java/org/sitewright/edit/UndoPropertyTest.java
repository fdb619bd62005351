package org.sitewright.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.sitewright.fixture.AnyEdit;
import org.sitewright.fixture.HandClock;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;

/// The law of the history: undoing everything gives the first document and selection, redoing everything the last.
class UndoPropertyTest {
    @Property(tries = 6)
    void aThousandEditsAreUndoneAndRedone(@ForAll long seed) {
        undoingAllAndRedoingAllIsTheSame(seed, 1_000);
    }

    @Property(tries = 200)
    void undoingAllAndRedoingAllIsTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int length) {
        Random random = new Random(seed);
        SomeSite some = new SomeSite(seed, new UserId(new UUID(1, 1)));
        HandClock clock = new HandClock();
        Editor editor = new Editor(some.bakery(2), clock);
        EditorState first = editor.state();
        List<Boolean> applied = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            clock.advance(Duration.ofMillis(random.nextInt(900)));
            EditorState before = editor.state();
            int edits = 1 + random.nextInt(2);
            List<Edit> all = new ArrayList<>();
            Site then = before.site();
            for (int each = 0; each < edits; each++) {
                Edit edit = AnyEdit.of(then, some, random);
                then = Edits.apply(then, edit);
                all.add(edit);
            }
            String key = random.nextBoolean() ? "key" : "";
            editor.dispatch(new Transaction("step", key, all, selection(then, random), Transaction.Source.PANEL));
            assertThat(editor.site()).isEqualTo(then);
            applied.add(!then.equals(before.site()));
        }
        // The selection that the last step left; choosing alone is no step.
        EditorState last = editor.state();
        int steps = 0;
        while (editor.undo()) {
            steps++;
        }
        assertThat(editor.site()).isEqualTo(first.site());
        assertThat(steps).isLessThanOrEqualTo((int)
                applied.stream().filter(Boolean::booleanValue).count());
        for (int i = 0; i < steps; i++) {
            assertThat(editor.redo()).isTrue();
        }
        assertThat(editor.redo()).isFalse();
        assertThat(editor.site()).isEqualTo(last.site());
        if (applied.getLast()) {
            assertThat(editor.state()).isEqualTo(last);
        }
    }

    private static Selection selection(Site site, Random random) {
        Page page = pick(site.pages(), random);
        return page.sections().isEmpty() || random.nextBoolean()
                ? Selection.of(page.id())
                : Selection.of(page.id(), pick(page.sections(), random).id());
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
