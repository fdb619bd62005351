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
import org.sitewright.edit.Edit.Place;
import org.sitewright.fixture.HandClock;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.Style;
import org.sitewright.site.UserId;
import org.sitewright.site.Value;

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
                Edit edit = any(then, some, random);
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

    private static Edit any(Site site, SomeSite some, Random random) {
        List<Section> sections = site.sections().toList();
        int at = random.nextInt(4);
        Page page = pick(site.pages(), random);
        if (sections.isEmpty()) {
            return new Edit.InsertSection(place(site, random), at, some.section("cta"));
        }
        Section section = pick(sections, random);
        return switch (random.nextInt(14)) {
            case 0 -> new Edit.SetField(section.id(), FieldPath.of("title"), new Value.Text("t" + random.nextInt(3)));
            case 1 -> new Edit.SetField(section.id(), FieldPath.of("large"), new Value.Flag(random.nextBoolean()));
            case 2 ->
                section.content().items("items").isEmpty()
                        ? new Edit.SetField(section.id(), FieldPath.of("items"), new Value.Items(List.of()))
                        : new Edit.SetField(section.id(), FieldPath.parse("items.0.text"), new Value.Text("x"));
            case 3 -> new Edit.ClearField(section.id(), pick(List.of("title", "items", "description"), random));
            case 4 -> new Edit.SetVariant(section.id(), "v" + random.nextInt(3));
            case 5 -> new Edit.SetAnchor(section.id(), "a" + random.nextInt(3));
            case 6 -> new Edit.SetHidden(section.id(), random.nextBoolean());
            case 7 -> new Edit.InsertSection(place(site, random), at, some.section("cta"));
            case 8 -> new Edit.RemoveSection(section.id());
            case 9 -> new Edit.MoveSection(section.id(), place(site, random), at);
            case 10 -> new Edit.AddPage(at, pageOf(some));
            case 11 -> site.pages().size() > 1 ? new Edit.RemovePage(page.id()) : new Edit.MovePage(page.id(), at);
            case 12 -> new Edit.SetPageSettings(page.id(), page.withName("Name " + random.nextInt(3), page.slug()));
            default ->
                random.nextBoolean()
                        ? new Edit.SetTheme(site.theme().withStyle(pick(List.of(Style.values()), random)))
                        : new Edit.SetDetails("Site " + random.nextInt(3), "", "ar");
        };
    }

    private static Page pageOf(SomeSite some) {
        Page page = some.page("New");
        return page.withName("New", "p" + page.id().toString().replace("-", ""));
    }

    private static Place place(Site site, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Place.Top();
            case 1 -> new Place.Bottom();
            default -> new Place.OnPage(pick(site.pages(), random).id());
        };
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
