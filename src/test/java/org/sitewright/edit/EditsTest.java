package org.sitewright.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.edit.Edit.Place;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;
import org.sitewright.site.Value;

class EditsTest {
    private final SomeSite some = new SomeSite(1, new UserId(new UUID(1, 1)));
    private final Site site = some.bakery(3);
    private final Page second = site.pages().get(1);
    private final Section hero = second.sections().getFirst();
    private final Section faq = second.sections().getLast();

    @Test
    void setsAFieldAndSharesEverythingElse() {
        Value.Text text = new Value.Text("New");
        Site after = Edits.apply(site, new Edit.SetField(hero.id(), FieldPath.parse("items.0.text"), text));

        Section changed = after.section(hero.id()).orElseThrow();
        assertThat(changed.content().get(FieldPath.parse("items.0.text"))).contains(text);
        assertThat(changed.content().text("title")).isEqualTo("Fresh <em>bread</em>");
        assertThat(after.pages().get(0)).isSameAs(site.pages().get(0));
        assertThat(after.pages().get(1).sections().getLast()).isSameAs(faq);
        assertThat(site.section(hero.id())).contains(hero);
    }

    @Test
    void changesSectionsThatEveryPageShares() {
        SectionId header = site.top().getFirst().id();
        Site after = Edits.apply(site, new Edit.SetHidden(header, true));
        assertThat(after.top().getFirst().hidden()).isTrue();
        assertThat(after.pages()).isEqualTo(site.pages());
    }

    @Test
    void movesASectionToTheNumberItHasAfterwards() {
        PageId home = site.home().id();
        Site down = Edits.apply(site, new Edit.MoveSection(hero.id(), new Place.OnPage(second.id()), 1));
        assertThat(down.pages().get(1).sections()).containsExactly(faq, hero);

        Site elsewhere = Edits.apply(site, new Edit.MoveSection(hero.id(), new Place.OnPage(home), 1));
        assertThat(elsewhere.home().sections()).hasSize(3).element(1).isEqualTo(hero);
        assertThat(elsewhere.pages().get(1).sections()).containsExactly(faq);

        Site shared = Edits.apply(site, new Edit.MoveSection(hero.id(), new Place.Bottom(), 99));
        assertThat(shared.bottom()).hasSize(2).endsWith(hero);
        assertThat(Edits.find(shared, hero.id()).orElseThrow().place()).isEqualTo(new Place.Bottom());
    }

    @Test
    void insertingPutsAPlaceBeyondTheEndsAtTheEnds() {
        Section first = some.section("cta");
        Section last = some.section("cta");
        Place page = new Place.OnPage(second.id());
        Site after = Edits.apply(
                Edits.apply(site, new Edit.InsertSection(page, -5, first)), new Edit.InsertSection(page, 500, last));
        assertThat(after.pages().get(1).sections()).containsExactly(first, hero, faq, last);
    }

    @Test
    void refusesASectionThatIsThereAlready() {
        Edit twice = new Edit.InsertSection(new Place.Top(), 0, hero);
        assertThatThrownBy(() -> Edits.apply(site, twice)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesWhatIsNotThere() {
        SectionId nothing = new SectionId(new UUID(9, 9));
        PageId nowhere = new PageId(new UUID(9, 8));
        List<Edit> edits = List.of(
                new Edit.SetField(nothing, FieldPath.of("title"), new Value.Text("")),
                new Edit.ClearField(nothing, "title"),
                new Edit.SetVariant(nothing, "x"),
                new Edit.SetAnchor(nothing, "x"),
                new Edit.SetHidden(nothing, true),
                new Edit.RemoveSection(nothing),
                new Edit.MoveSection(nothing, new Place.Top(), 0),
                new Edit.MoveSection(hero.id(), new Place.OnPage(nowhere), 0),
                new Edit.InsertSection(new Place.OnPage(nowhere), 0, some.section("cta")),
                new Edit.RemovePage(nowhere),
                new Edit.MovePage(nowhere, 0),
                new Edit.SetPageSettings(nowhere, some.page("Any")));
        for (Edit edit : edits) {
            assertThatThrownBy(() -> Edits.apply(site, edit))
                    .as("%s", edit)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("there is no");
        }
    }

    @Test
    void movesPagesAndMakesTheFirstTheHomePage() {
        Site after = Edits.apply(site, new Edit.MovePage(second.id(), 0));
        assertThat(after.home()).isEqualTo(second);
        assertThat(after.pages()).hasSize(3);
    }

    @Test
    void keepsTheLastPage() {
        Site one = some.bakery(1);
        assertThatThrownBy(() -> Edits.apply(one, new Edit.RemovePage(one.home().id())))
                .hasMessageContaining("at least one page");
    }

    @Test
    void pageSettingsKeepIdAndSections() {
        Page settings = some.page("Prices").withName("Prices", "prices");
        Page after = Edits.apply(site, new Edit.SetPageSettings(second.id(), settings))
                .page(second.id())
                .orElseThrow();
        assertThat(after.name()).isEqualTo("Prices");
        assertThat(after.slug()).isEqualTo("prices");
        assertThat(after.sections()).isEqualTo(second.sections());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "Prices", "../up", "assets", "nul", "com7", "-x"})
    void refusesAddressesThatCannotBe(String slug) {
        assertThatThrownBy(
                        () -> Edits.apply(site, new Edit.SetPageSettings(second.id(), second.withName("Prices", slug))))
                .hasMessageContaining("cannot be an address");
    }

    @Test
    void refusesTwoPagesAtOneAddress() {
        Page twin = some.page("Twin").withName("Twin", second.slug());
        assertThatThrownBy(() -> Edits.apply(site, new Edit.AddPage(0, twin)))
                .hasMessageContaining("another page has the address");
        Edit itself = new Edit.SetPageSettings(second.id(), second.withName("Other", second.slug()));
        assertThat(Edits.apply(site, itself).pages().get(1).name()).isEqualTo("Other");
    }

    @Test
    void refusesNamesThatAreEmptyOrTooLong() {
        for (String name : List.of("", "  ", "x".repeat(Site.LONGEST_NAME + 1))) {
            assertThatThrownBy(() -> Edits.apply(site, new Edit.SetDetails(name, "", "en")))
                    .hasMessageContaining("a name has 1 to 200 characters");
            assertThatThrownBy(() ->
                            Edits.apply(site, new Edit.AddPage(0, some.page("x").withName(name, "x"))))
                    .hasMessageContaining("a name has 1 to 200 characters");
        }
        String longest = "x".repeat(Site.LONGEST_NAME);
        assertThat(Edits.apply(site, new Edit.SetDetails(longest, "", "en")).name())
                .isEqualTo(longest);
    }
}
