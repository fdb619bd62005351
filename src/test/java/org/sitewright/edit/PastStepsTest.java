package org.sitewright.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.AnyEdit;
import org.sitewright.fixture.HandClock;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;

/// What could be undone and redone when an editor was closed can be when it is opened again.
class PastStepsTest {
    private final List<PastStep> saved = new ArrayList<>();

    /// An editor whose changes are all kept as a history keeps them.
    private Editor watched(Site site) {
        Editor editor = new Editor(site, new HandClock());
        editor.listen(change -> {
            if (change.isEdit()) {
                saved.add(new PastStep(
                        change.label(),
                        change.before().site(),
                        change.after().site(),
                        Selection.of(change.after().site().home().id())));
            }
        });
        return editor;
    }

    @Property(tries = 150)
    void anotherEditorUndoesAndRedoesTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int length) {
        saved.clear();
        Random random = new Random(seed);
        SomeSite some = new SomeSite(seed, new UserId(new UUID(1, 1)));
        Editor first = watched(some.bakery(2));
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(4)) {
                case 0 -> first.undo();
                case 1 -> first.redo();
                default ->
                    first.dispatch(new Transaction(
                            "step " + i,
                            "",
                            List.of(AnyEdit.of(first.site(), some, random)),
                            first.state().selection(),
                            Transaction.Source.PANEL));
            }
        }
        Editor second = new Editor(first.site(), new HandClock());
        second.recall(PastSteps.of(saved, second.site()));
        if (saved.isEmpty()) {
            return;
        }
        assertThat(second.history().undoLabel()).isEqualTo(first.history().undoLabel());
        assertThat(second.history().redoLabel()).isEqualTo(first.history().redoLabel());
        while (first.redo()) {
            assertThat(second.redo()).isTrue();
            assertThat(second.site()).isEqualTo(first.site());
        }
        while (first.undo()) {
            assertThat(second.undo()).isTrue();
            assertThat(second.site()).isEqualTo(first.site());
        }
        assertThat(second.undo()).isFalse();
    }

    @Test
    void whatWasDoneMeanwhileStaysOnTop() {
        Editor first = watched(new SomeSite(1, new UserId(new UUID(1, 1))).bakery(1));
        Site begun = first.site();
        rename(first, "One");
        Site opened = first.site();
        Editor second = new Editor(opened, new HandClock());
        rename(second, "Two");
        second.recall(PastSteps.of(saved, opened));
        assertThat(second.undo()).isTrue();
        assertThat(second.site()).isEqualTo(opened);
        assertThat(second.undo()).isTrue();
        assertThat(second.site()).isEqualTo(begun);
        assertThat(second.undo()).isFalse();
    }

    @Test
    void aPastThatLeadsElsewhereIsLeftAlone() {
        Editor first = watched(new SomeSite(1, new UserId(new UUID(1, 1))).bakery(1));
        Site begun = first.site();
        rename(first, "One");
        assertThat(PastSteps.of(saved, begun)).isEqualTo(PastSteps.NONE);
        Editor other = new Editor(begun, new HandClock());
        other.recall(PastSteps.of(saved, first.site()));
        assertThat(other.undo()).isFalse();
    }

    private static void rename(Editor editor, String name) {
        editor.dispatch(new Transaction(
                "Name",
                "",
                List.of(new Edit.SetDetails(name, "", "en")),
                editor.state().selection(),
                Transaction.Source.PANEL));
    }
}
