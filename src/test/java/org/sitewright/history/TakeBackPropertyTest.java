package org.sitewright.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.sitewright.edit.Editor;
import org.sitewright.edit.Edits;
import org.sitewright.fixture.AnyEdit;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;

/// The laws of taking back: everything gives the site as it was, a part gives that part as it was and leaves the rest,
/// and each is one step that can be undone.
class TakeBackPropertyTest {
    private static final SiteWords WORDS = SiteWords.plain();

    private record Two(Site then, Site now) {}

    private static Two two(long seed, int edits) {
        Random random = new Random(seed);
        SomeSite some = new SomeSite(seed, new UserId(new UUID(1, 1)));
        Site then = some.bakery(3);
        Site now = then;
        for (int i = 0; i < edits; i++) {
            now = Edits.apply(now, AnyEdit.of(now, some, random));
        }
        return new Two(then, now);
    }

    @Property(tries = 200)
    void everythingIsTheSiteAsItWas(@ForAll long seed, @ForAll @IntRange(max = 40) int edits) {
        Two two = two(seed, edits);
        Editor editor = new Editor(two.now(), Clock.systemUTC());
        boolean done = editor.run(new TakeBack(two.then(), "then", WORDS).everything());
        assertThat(done).isEqualTo(!two.then().equals(two.now()));
        assertThat(editor.site()).isEqualTo(two.then());
        assertThat(Comparison.of(two.then(), editor.site(), WORDS).isSame()).isTrue();
        assertThat(editor.undo()).isEqualTo(done);
        assertThat(editor.site()).isEqualTo(two.now());
    }

    @Property(tries = 200)
    void everyDifferenceTakenBackOneByOneIsTheSiteAsItWas(@ForAll long seed, @ForAll @IntRange(max = 30) int edits) {
        Two two = two(seed, edits);
        Editor editor = new Editor(two.now(), Clock.systemUTC());
        TakeBack back = new TakeBack(two.then(), "then", WORDS);
        for (Page page : two.then().pages()) {
            editor.run(back.page(page.id()));
        }
        for (Page page : List.copyOf(editor.site().pages())) {
            editor.run(back.page(page.id()));
        }
        List<Section> sections = List.copyOf(editor.site().sections().toList());
        two.then().sections().forEach(section -> editor.run(back.section(section.id())));
        sections.forEach(section -> editor.run(back.section(section.id())));
        two.then().sections().forEach(section -> editor.run(back.section(section.id())));
        for (PartChange.Part part : PartChange.Part.values()) {
            editor.run(back.part(part));
        }
        assertThat(editor.site()).isEqualTo(two.then());
    }

    @Property(tries = 200)
    void aFieldTakenBackDiffersNoMoreAndNothingElseChanges(@ForAll long seed, @ForAll @IntRange(max = 30) int edits) {
        Two two = two(seed, edits);
        Comparison before = Comparison.of(two.then(), two.now(), WORDS);
        TakeBack back = new TakeBack(two.then(), "then", WORDS);
        before.sections().forEach(section -> section.fields().forEach(field -> {
            Editor editor = new Editor(two.now(), Clock.systemUTC());
            assertThat(editor.run(back.field(section.section(), field.target())))
                    .as("%s of %s", field, section)
                    .isTrue();
            Comparison after = Comparison.of(two.then(), editor.site(), WORDS);
            assertThat(after.count()).isLessThanOrEqualTo(before.count());
            assertThat(after.section(section.section())
                            .map(SectionChange::fields)
                            .orElse(List.of()))
                    .hasSize(section.fields().size() - 1)
                    .noneMatch(left -> left.target().equals(field.target()));
        }));
    }

    @Property(tries = 200)
    void sitesDifferWhereTheComparisonSaysSo(@ForAll long seed, @ForAll @IntRange(max = 10) int edits) {
        Two two = two(seed, edits);
        Comparison comparison = Comparison.of(two.then(), two.now(), WORDS);
        assertThat(comparison.isSame()).isEqualTo(two.then().equals(two.now()));
    }
}
