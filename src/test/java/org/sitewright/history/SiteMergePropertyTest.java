package org.sitewright.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.sitewright.edit.Edit;
import org.sitewright.edit.Edits;
import org.sitewright.fixture.AnyEdit;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;
import org.sitewright.site.Value;

/// The laws of merging: a copy that did not change gives way, equal changes are no conflict, nothing of either is lost
/// without being named, and whoever wins a conflict has his way.
class SiteMergePropertyTest {
    private static final SiteWords WORDS = SiteWords.plain();

    private static Site edited(Site site, SomeSite some, Random random, int edits) {
        Site now = site;
        for (int i = 0; i < edits; i++) {
            now = Edits.apply(now, AnyEdit.of(now, some, random));
        }
        return now;
    }

    private static Site base(long seed) {
        return new SomeSite(seed, new UserId(new UUID(1, 1))).bakery(3);
    }

    private static Merged merge(Site base, Site mine, Site other) {
        return SiteMerge.of(base, mine, other, WORDS, Set.of());
    }

    @Property(tries = 200)
    void aCopyThatDidNotChangeGivesWay(@ForAll long seed, @ForAll @IntRange(max = 25) int edits) {
        Site base = base(seed);
        Site changed = edited(base, new SomeSite(seed + 1, base.owner()), new Random(seed), edits);
        Merged mine = merge(base, changed, base);
        assertThat(mine.conflicts()).isEmpty();
        assertThat(mine.site()).isEqualTo(changed);
        Merged theirs = merge(base, base, changed);
        assertThat(theirs.conflicts()).isEmpty();
        assertThat(theirs.site()).isEqualTo(changed);
    }

    @Property(tries = 100)
    void equalChangesAreNoConflict(@ForAll long seed, @ForAll @IntRange(max = 25) int edits) {
        Site base = base(seed);
        Site changed = edited(base, new SomeSite(seed + 1, base.owner()), new Random(seed), edits);
        Merged merged = merge(base, changed, changed);
        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.site()).isEqualTo(changed);
    }

    @Property(tries = 200)
    void twoCopiesBecomeOneSiteWhoeverWins(
            @ForAll long seed, @ForAll @IntRange(max = 15) int left, @ForAll @IntRange(max = 15) int right) {
        Site base = base(seed);
        Site mine = edited(base, new SomeSite(seed + 1, base.owner()), new Random(seed), left);
        Site other = edited(base, new SomeSite(seed + 2, base.owner()), new Random(~seed), right);
        Merged merged = merge(base, mine, other);
        Merged again = merge(base, mine, other);
        assertThat(again).isEqualTo(merged);
        Set<String> keys =
                merged.conflicts().stream().map(Conflict::key).collect(Collectors.toCollection(HashSet::new));
        Merged turned = SiteMerge.of(base, mine, other, WORDS, keys);
        for (Site site : List.of(merged.site(), turned.site())) {
            assertThat(site.pages()).isNotEmpty();
            assertThat(site.pages()).extracting(Page::slug).doesNotHaveDuplicates();
            assertThat(site.id()).isEqualTo(mine.id());
            // What one copy added is there.
            assertThat(ids(site)).containsAll(added(base, mine)).containsAll(added(base, other));
        }
    }

    @Property(tries = 100)
    void withoutACommonMomentEveryDifferenceIsAChoice(
            @ForAll long seed, @ForAll @IntRange(max = 10) int left, @ForAll @IntRange(max = 10) int right) {
        Site base = base(seed);
        Site mine = edited(base, new SomeSite(seed + 1, base.owner()), new Random(seed), left);
        Site other = edited(base, new SomeSite(seed + 2, base.owner()), new Random(~seed), right);
        Merged merged = SiteMerge.withoutBase(mine, other, WORDS, Set.of());
        Set<String> keys =
                merged.conflicts().stream().map(Conflict::key).collect(Collectors.toCollection(HashSet::new));
        Merged turned = SiteMerge.withoutBase(mine, other, WORDS, keys);
        for (Site site : List.of(merged.site(), turned.site())) {
            assertThat(site.id()).isEqualTo(mine.id());
            assertThat(site.pages()).extracting(Page::slug).doesNotHaveDuplicates();
        }
        // Nothing of this copy goes unless the other wins, and what only the other has comes along.
        assertThat(ids(merged.site())).containsAll(ids(mine));
        assertThat(SiteMerge.withoutBase(mine, mine, WORDS, Set.of())).isEqualTo(new Merged(mine, List.of()));
    }

    @Test
    void withoutACommonMomentOneHeadlineIsAskedForAndTheWinnerHasHisWay() {
        Site base = base(1);
        Section hero = base.home().sections().getFirst();
        Site mine = set(base, hero, "title", "Mine");
        Merged merged = SiteMerge.withoutBase(mine, set(base, hero, "title", "Theirs"), WORDS, Set.of());
        assertThat(merged.conflicts()).hasSize(1);
        assertThat(merged.site()).isEqualTo(mine);
        Merged turned = SiteMerge.withoutBase(
                mine,
                set(base, hero, "title", "Theirs"),
                WORDS,
                Set.of(merged.conflicts().getFirst().key()));
        assertThat(turned.site().section(hero.id()).orElseThrow().content().text("title"))
                .isEqualTo("Theirs");
    }

    private static Set<UUID> ids(Site site) {
        return site.sections().map(section -> section.id().value()).collect(Collectors.toSet());
    }

    private static Set<UUID> added(Site base, Site site) {
        Set<UUID> added = ids(site);
        added.removeAll(ids(base));
        return added;
    }

    @Test
    void differentFieldsOfOneSectionBothCount() {
        Site base = base(1);
        Section hero = base.home().sections().getFirst();
        Merged merged = merge(base, set(base, hero, "title", "Mine"), set(base, hero, "description", "Theirs"));
        assertThat(merged.conflicts()).isEmpty();
        Section both = merged.site().section(hero.id()).orElseThrow();
        assertThat(both.content().text("title")).isEqualTo("Mine");
        assertThat(both.content().text("description")).isEqualTo("Theirs");
    }

    @Test
    void oneFieldChangedTwiceIsAConflictThatIsNamedAndDecided() {
        Site base = base(1);
        Section hero = base.home().sections().getFirst();
        Site mine = set(base, hero, "title", "Mine");
        Site other = set(base, hero, "title", "Theirs");
        Merged merged = merge(base, mine, other);
        assertThat(merged.conflicts()).hasSize(1);
        Conflict conflict = merged.conflicts().getFirst();
        assertThat(conflict.where()).isEqualTo("Title of Hero on Page 0");
        assertThat(conflict.mine()).isEqualTo("Mine");
        assertThat(conflict.theirs()).isEqualTo("Theirs");
        assertThat(merged.site()).isEqualTo(mine);
        assertThat(SiteMerge.of(base, mine, other, WORDS, Set.of(conflict.key()))
                        .site())
                .isEqualTo(other);
    }

    @Test
    void whatIsDeletedHereAndChangedThereIsAConflict() {
        Site base = base(1);
        Section hero = base.home().sections().getFirst();
        Site mine = Edits.apply(base, new Edit.RemoveSection(hero.id()));
        Site other = set(base, hero, "title", "Theirs");
        Merged merged = merge(base, mine, other);
        assertThat(merged.conflicts()).extracting(Conflict::mine).containsExactly("Deleted");
        assertThat(SiteMerge.of(
                                base,
                                mine,
                                other,
                                WORDS,
                                Set.of(merged.conflicts().getFirst().key()))
                        .site()
                        .section(hero.id()))
                .isPresent();
    }

    private static Site set(Site site, Section section, String field, String text) {
        return site.withSection(
                section.id(), each -> each.withContent(each.content().with(field, new Value.Text(text))));
    }
}
